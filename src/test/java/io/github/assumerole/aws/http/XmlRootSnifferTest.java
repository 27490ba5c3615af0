package io.github.assumerole.aws.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRootSnifferTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            <A/>                                                       | A/
            <A />                                                      | A/
            <A></A>                                                    | A/
            <A>text<B/></A>                                            | A/
            <A><B/></A>                                                | A/B
            <A xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>       | A/
            <A xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><B>b</B></A> | A/B
            <s3:A xmlns:s3="x"><s3:B/></s3:A>                          | A/B
            <?xml version="1.0" encoding="UTF-8"?><A> <B x="y"/></A>   | A/B
            <?xml version="1.0"?><!-- <C/> --><?pi?> <A><B/></A>       | A/B
            \uFEFF<A><B/></A>                                          | A/B
            <A><!-- no child --></A>                                   | A/
            <html><head>                                               | html/head
            """)
    void findsRootAndFirstChild(String body, String path) throws IOException {
        assertEquals(Optional.of(path), path(body));
    }

    /** A parser of the JDK keeps the stream, and a connection its request. */
    @Test
    void releasesConnectionWhenClosed() throws Exception {
        WeakReference<InputStream> connection;
        XmlRootSniffer sniffer;
        {
            InputStream body = new ByteArrayInputStream("<A><B/></A>".getBytes(StandardCharsets.UTF_8));
            connection = new WeakReference<>(body);
            sniffer = new XmlRootSniffer(body);
            sniffer.readAllBytes();
            sniffer.close();
            body = null;
        }

        System.gc();

        assertNull(connection.get());
        assertEquals(-1, sniffer.read());
        assertEquals(Optional.of("A/B"), sniffer.path());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<", "<A", "A", "{\"A\": 1}", "<!DOCTYPE html><html>", "<1 />", "x<A/>"})
    void findsNothingWithoutXml(String body) throws IOException {
        assertEquals(Optional.empty(), path(body));
    }

    @Test
    void readsPastRecordedBytes() throws IOException {
        String body = "<A>" + "x".repeat(5000) + "</A>";
        XmlRootSniffer sniffer = sniffer(body);

        assertEquals('<', sniffer.read());
        assertEquals(body.substring(1), new String(sniffer.readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(-1, sniffer.read());
        assertEquals(Optional.of("A/"), sniffer.path());
    }

    private static Optional<String> path(String body) throws IOException {
        XmlRootSniffer sniffer = sniffer(body);
        sniffer.readAllBytes();
        return sniffer.path();
    }

    private static XmlRootSniffer sniffer(String body) {
        return new XmlRootSniffer(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
