package io.github.assumerole.leak;

import static io.github.assumerole.leak.Encoding.BACKSLASH;
import static io.github.assumerole.leak.Encoding.BASE64;
import static io.github.assumerole.leak.Encoding.HEX;
import static io.github.assumerole.leak.Encoding.URL;
import static io.github.assumerole.leak.Encoding.UTF_16;
import static io.github.assumerole.leak.Encoding.WRAPPED;
import static io.github.assumerole.leak.Encoding.XML;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A form in which programs write a value, and the encodings that are reported for it. */
enum WrittenForm {
    PLAIN(value -> value),
    URL_ENCODED(WrittenForm::url, URL),
    URL_IN_SMALL_LETTERS(value -> signs("%%%02x", value), URL),
    URL_ALL_CHARACTERS(value -> all("%%%02X", value), URL),
    URL_IN_A_URL(value -> url(url(value)), URL),
    XML_DECIMAL(value -> signs("&#%d;", value), XML),
    XML_HEXADECIMAL(value -> signs("&#x%04X;", value), XML),
    XML_SMALL_HEXADECIMAL(value -> signs("&#x%x;", value), XML),
    XML_ALL_CHARACTERS(value -> all("&#%d;", value), XML),
    XML_IN_XML(value -> signs("&amp;#%d;", value), XML),
    HTML_NAMES(value -> value.replace("+", "&plus;").replace("/", "&sol;").replace("=", "&equals;"), XML),
    JSON_SLASHES(value -> value.replace("/", "\\/"), BACKSLASH),
    JSON_SLASHES_IN_JSON(value -> value.replace("/", "\\\\\\/"), BACKSLASH),
    JSON_UNICODE(value -> signs("\\u%04x", value), BACKSLASH),
    JSON_UNICODE_IN_CAPITALS(value -> signs("\\u%04X", value), BACKSLASH),
    JSON_UNICODE_IN_JSON(value -> signs("\\\\u%04x", value), BACKSLASH),
    JSON_UNICODE_IN_XML(value -> signs("&#92;u%04x", value), XML),
    JAVASCRIPT(value -> signs("\\x%02x", value), BACKSLASH),
    JAVA_ALL_CHARACTERS(value -> all("\\u%04X", value), BACKSLASH),
    PROPERTIES(WrittenForm::property, BACKSLASH),
    PROPERTIES_CONTINUED(value -> wrapped(7, "\\\n        ", value), BACKSLASH, WRAPPED),
    PROPERTIES_CONTINUED_IN_UTF_16(
            value -> as(StandardCharsets.UTF_16LE, wrapped(9, "\\\r\n", value)), BACKSLASH, WRAPPED, UTF_16),
    MANIFEST(value -> wrapped(11, "\r\n ", value), WRAPPED),
    FOLDED_YAML(value -> wrapped(20, "\n      ", value), WRAPPED),
    UTF_16LE(value -> as(StandardCharsets.UTF_16LE, value), UTF_16),
    UTF_16BE(value -> as(StandardCharsets.UTF_16BE, value), UTF_16),
    URL_IN_UTF_16(value -> as(StandardCharsets.UTF_16LE, url(value)), UTF_16, URL),
    HEX_IN_SMALL_LETTERS(value -> all("%02x", value), HEX),
    HEX_IN_CAPITALS(value -> all("%02X", value), HEX),
    HEX_DUMP(value -> wrapped(2, " ", all("%02x", value)), HEX, WRAPPED),
    BASE64_ALONE(WrittenForm::base64, BASE64),
    BASE64_AFTER_ONE(value -> base64(":" + value + "."), BASE64),
    BASE64_AFTER_TWO(value -> base64("a:" + value + "xyz"), BASE64),
    BASE64_FOR_URLS(value -> base64("k=" + value).replace('+', '-').replace('/', '_'), BASE64),
    BASE64_IN_A_URL(value -> all("%%%02x", base64(value)), BASE64, URL),
    BASE64_OF_MIME(value -> wrapped(76, "\r\n", base64("the password of the user is " + value)), BASE64, WRAPPED),
    BASE64_OF_PEM(value -> wrapped(64, "\n", base64("the password of the user is " + value)), BASE64, WRAPPED),
    BASE64_IN_NARROW_LINES(value -> wrapped(3, "\n", base64(value)), BASE64, WRAPPED),
    BASE64_OF_MIME_IN_JSON(value -> wrapped(20, "\\r\\n", base64(value)), BASE64, BACKSLASH),
    BASE64_OF_MIME_IN_XML(value -> wrapped(20, "&#13;&#10;", base64(value)), BASE64, XML),
    BASE64_OF_MIME_IN_A_URL(value -> wrapped(20, "%0D%0A", base64(value)), BASE64, URL),
    BASE64_OF_POWERSHELL(value -> base64(as(StandardCharsets.UTF_16LE, "$k='" + value)), BASE64, UTF_16),
    BASE64_OF_POWERSHELL_SHIFTED(value -> base64(as(StandardCharsets.UTF_16LE, "k='" + value)), BASE64, UTF_16),
    BASE64_OF_UTF_16BE(value -> base64(as(StandardCharsets.UTF_16BE, value)), BASE64, UTF_16);

    private final UnaryOperator<String> way;
    private final Set<Encoding> encodings;

    WrittenForm(UnaryOperator<String> way, Encoding... encodings) {
        this.way = way;
        this.encodings = Set.of(encodings);
    }

    /** The encoded value; each character is a byte. */
    String of(String value) {
        return way.apply(value);
    }

    /** The encodings of a value with a slash and a plus sign. */
    Set<Encoding> encodings() {
        return encodings;
    }

    private static String url(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String base64(String bytes) {
        return Base64.getEncoder().encodeToString(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String as(Charset charset, String value) {
        return new String(value.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static String property(String value) {
        Properties properties = new Properties();
        properties.setProperty("key", "=:/+" + value);
        StringWriter out = new StringWriter();
        try {
            properties.store(out, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        // As some programs do, although the format does not require it.
        return out.toString().replace("/", "\\/");
    }

    private static String signs(String format, String value) {
        return value.chars()
                .mapToObj(c ->
                        Character.isLetterOrDigit(c) ? Character.toString(c) : String.format(Locale.ROOT, format, c))
                .collect(Collectors.joining());
    }

    private static String all(String format, String value) {
        return value.chars()
                .mapToObj(c -> String.format(Locale.ROOT, format, c))
                .collect(Collectors.joining());
    }

    private static String wrapped(int width, String end, String value) {
        return value.replaceAll(".{" + width + "}", "$0" + end.replace("\\", "\\\\"));
    }
}
