package io.github.assumerole.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate authorities of a PEM file. As in the AWS CLI, they replace those of the JVM.
 *
 * @param certificates at least one
 */
public record CaBundle(Path file, List<Certificate> certificates) {
    public CaBundle {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming the file and what is wrong
     */
    public static CaBundle read(Path file) {
        if (Files.isDirectory(file)) {
            throw invalid(file, "is a directory");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw invalid(file, "contains no certificate");
            }
            return new CaBundle(file, List.copyOf(certificates));
        } catch (NoSuchFileException missing) {
            throw invalid(file, "does not exist");
        } catch (IOException unreadable) {
            throw invalid(file, "cannot be read");
        } catch (CertificateException invalid) {
            throw invalid(file, "contains something else than PEM certificates");
        }
    }

    private static IllegalArgumentException invalid(Path file, String problem) {
        return new IllegalArgumentException(
                "the file " + file + " " + problem + "; expected a file with PEM certificates");
    }

    /**
     * TLS that trusts these only.
     *
     * @throws IllegalStateException if the JVM cannot use them
     */
    public SSLContext context() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : certificates) {
                store.setCertificateEntry(String.valueOf(store.size()), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException("Cannot use the certificates of " + file, unusable);
        }
    }
}
