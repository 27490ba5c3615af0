package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.SessionCredentials;
import io.github.assumerole.text.InvalidConfigurationException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class SystemPropertiesTest {
    private static final Map<String, String> OURS = Map.of(
            "aws.accessKeyId",
            Sample.KEY_ID,
            "aws.secretAccessKey",
            Sample.SECRET_KEY,
            "aws.secretKey",
            Sample.SECRET_KEY,
            "aws.sessionToken",
            Sample.TOKEN);

    private final Properties properties = new Properties();
    private final ConcurrentMap<String, Supplier<String>> shared = new ConcurrentHashMap<>();

    @Test
    void setsThePropertiesOfBothSdks() {
        assertEquals("system properties aws.*", export(false).accept(Sample.credentials()));
        assertEquals(OURS, properties);
    }

    @Test
    void removesPropertiesThatDidNotExist() {
        properties.setProperty("java.version", "17");
        export(false).accept(Sample.credentials());

        export(false).restore();

        assertEquals(Map.of("java.version", "17"), properties);
    }

    @Test
    void restoresTheValuesBeforeTheFirstExport() {
        properties.setProperty("aws.accessKeyId", "AKIA");
        properties.setProperty("aws.secretAccessKey", "own");
        properties.setProperty("aws.secretKey", "own for SDK 1");
        export(false).accept(Sample.credentials("ASIA", "first", "first"));
        export(false).accept(Sample.credentials());

        export(false).restore();

        assertEquals(
                Map.of(
                        "aws.accessKeyId", "AKIA",
                        "aws.secretAccessKey", "own",
                        "aws.secretKey", "own for SDK 1"),
                properties);
        assertEquals(Set.of("role in systemProperties"), shared.keySet());
    }

    @Test
    void changesNothingWithoutAnExportOrAfterARestore() {
        export(false).restore();
        export(false).accept(Sample.credentials());
        export(false).restore();
        properties.setProperty("aws.accessKeyId", "other");

        export(false).restore();

        assertEquals(Map.of("aws.accessKeyId", "other"), properties);
    }

    @Test
    void returnsTheOriginalValues() {
        properties.setProperty("aws.accessKeyId", "AKIA");
        properties.setProperty("aws.region", "eu-west-1");
        assertEquals(Optional.of("AKIA"), export(false).original("aws.accessKeyId"));

        export(false).accept(Sample.credentials());
        export(false).accept(Sample.credentials("ASIA", "second", "second"));

        assertEquals(Optional.of("AKIA"), export(false).original("aws.accessKeyId"));
        assertEquals(Optional.empty(), export(false).original("aws.sessionToken"));
        assertEquals(Optional.of("eu-west-1"), export(false).original("aws.region"));
        export(false).restore();
        assertEquals(Optional.of("AKIA"), export(false).original("aws.accessKeyId"));
    }

    @Test
    void rejectsASecondRoleInAParallelBuild() {
        export(true).accept(Sample.credentials());
        SessionCredentials other = Sample.of("arn:aws:sts::111122223333:assumed-role/admin/maven-app");
        assertThrows(InvalidConfigurationException.class, () -> export(true).accept(other));
        assertEquals(OURS, properties);
    }

    private SystemProperties export(boolean parallel) {
        return new SystemProperties(properties, shared, parallel);
    }
}
