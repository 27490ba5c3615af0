package io.github.assumerole.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
            "aws.sessionToken",
            Sample.TOKEN);

    private final Properties properties = new Properties();
    private final ConcurrentMap<String, Supplier<String>> shared = new ConcurrentHashMap<>();

    @Test
    void setsThePropertiesOfTheDefaultChain() {
        assertEquals("system properties aws.*", sink(false).accept(Sample.credentials()));
        assertEquals(OURS, properties);
    }

    @Test
    void removesPropertiesThatDidNotExist() {
        properties.setProperty("java.version", "17");
        sink(false).accept(Sample.credentials());

        sink(false).restore();

        assertEquals(Map.of("java.version", "17"), properties);
    }

    @Test
    void restoresTheValuesBeforeTheFirstExport() {
        properties.setProperty("aws.accessKeyId", "AKIA");
        properties.setProperty("aws.secretAccessKey", "own");
        sink(false).accept(Sample.credentials("ASIA", "first", "first"));
        sink(false).accept(Sample.credentials());

        sink(false).restore();

        assertEquals(Map.of("aws.accessKeyId", "AKIA", "aws.secretAccessKey", "own"), properties);
    }

    @Test
    void changesNothingWithoutAnExportOrAfterARestore() {
        sink(false).restore();
        sink(false).accept(Sample.credentials());
        sink(false).restore();
        properties.setProperty("aws.accessKeyId", "of somebody else");

        sink(false).restore();

        assertEquals(Map.of("aws.accessKeyId", "of somebody else"), properties);
    }

    @Test
    void keepsNoOriginalValueAfterARestore() {
        properties.setProperty("aws.secretAccessKey", "own");
        sink(false).accept(Sample.credentials());
        sink(false).restore();
        assertEquals(Set.of("role in systemProperties"), shared.keySet());
    }

    @Test
    void returnsTheOriginalValues() {
        properties.setProperty("aws.accessKeyId", "AKIA");
        properties.setProperty("aws.region", "eu-west-1");
        assertEquals(Optional.of("AKIA"), sink(false).original("aws.accessKeyId"));

        sink(false).accept(Sample.credentials());
        sink(false).accept(Sample.credentials("ASIA", "second", "second"));

        assertEquals(Optional.of("AKIA"), sink(false).original("aws.accessKeyId"));
        assertEquals(Optional.empty(), sink(false).original("aws.sessionToken"));
        assertEquals(Optional.of("eu-west-1"), sink(false).original("aws.region"));
        sink(false).restore();
        assertEquals(Optional.of("AKIA"), sink(false).original("aws.accessKeyId"));
    }

    @Test
    void rejectsASecondRoleInAParallelBuild() {
        sink(true).accept(Sample.credentials());

        InvalidConfigurationException failure = assertThrows(InvalidConfigurationException.class, () -> sink(true)
                .accept(Sample.of("arn:aws:sts::111122223333:assumed-role/admin/maven-app")));

        assertEquals("exportTo", failure.problems().get(0).parameter());
        assertEquals(OURS, properties);
    }

    @Test
    void acceptsARenewedSessionInAParallelBuild() {
        sink(true).accept(Sample.credentials("OLD", "old", "old"));
        sink(true).accept(Sample.credentials());
        assertEquals(OURS, properties);
    }

    private SystemProperties sink(boolean parallel) {
        return new SystemProperties(properties, shared, parallel);
    }
}
