package io.github.assumerole.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRing;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** An OpenPGP key without a passphrase that is used once and never stored. */
final class SigningKey {
    private final PGPSecretKeyRing ring;

    private SigningKey(PGPSecretKeyRing ring) {
        this.ring = ring;
    }

    /** Prints a new key, as MAVEN_GPG_KEY contains it. */
    public static void main(String[] arguments) throws IOException, PGPException {
        System.out.print(generate().armored());
    }

    static SigningKey generate() throws PGPException {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        PGPKeyPair pair = new BcPGPKeyPair(
                PublicKeyPacket.VERSION_4,
                PublicKeyAlgorithmTags.EDDSA_LEGACY,
                generator.generateKeyPair(),
                new Date());
        return new SigningKey(new PGPKeyRingGenerator(
                        PGPSignature.POSITIVE_CERTIFICATION,
                        pair,
                        "test of a release <nobody@example.com>",
                        new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                        null,
                        null,
                        new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.EDDSA_LEGACY, HashAlgorithmTags.SHA512),
                        null)
                .generateSecretKeyRing());
    }

    static SigningKey parse(String armored) throws IOException, PGPException {
        return new SigningKey(new BcPGPSecretKeyRing(
                PGPUtil.getDecoderStream(new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII)))));
    }

    String armored() throws IOException {
        return armored(ring.getEncoded());
    }

    String sign(byte[] content) throws IOException, PGPException {
        PGPSecretKey key = ring.getSecretKey();
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(key.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                key.getPublicKey());
        generator.init(PGPSignature.BINARY_DOCUMENT, key.extractPrivateKey(null));
        generator.update(content);
        return armored(generator.generate().getEncoded());
    }

    /** Whether the armored signature is one of this key for the content. */
    boolean verifies(byte[] content, byte[] signature) {
        try {
            Object parsed =
                    new BcPGPObjectFactory(PGPUtil.getDecoderStream(new ByteArrayInputStream(signature))).nextObject();
            if (!(parsed instanceof PGPSignatureList list) || list.isEmpty()) {
                return false;
            }
            PGPPublicKey key = ring.getPublicKey(list.get(0).getKeyID());
            if (key == null) {
                return false;
            }
            list.get(0).init(new BcPGPContentVerifierBuilderProvider(), key);
            list.get(0).update(content);
            return list.get(0).verify();
        } catch (IOException | PGPException | IllegalArgumentException invalid) {
            return false;
        }
    }

    private static String armored(byte[] packets) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStream armor = ArmoredOutputStream.builder().build(text)) {
            armor.write(packets);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }
}
