package io.github.assumerole.sink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.assumerole.role.AccessFailed;
import io.github.assumerole.role.InvalidConfiguration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
    private final ConcurrentMap<String, String> memory = new ConcurrentHashMap<>();

    @Test
    void areTheThreeThatTheDefaultChainReads() {
        assertEquals("system properties aws.*", sink(false).accept(Sample.credentials()));
        assertEquals(OURS, properties);
    }

    @Test
    void areRemovedWhenThereWereNone() {
        properties.setProperty("java.version", "17");
        sink(false).accept(Sample.credentials());

        sink(false).takeBack();

        assertEquals(Map.of("java.version", "17"), properties);
    }

    @Test
    void areWhatTheyWereBeforeTheFirstOfAllSessions() {
        properties.setProperty("aws.accessKeyId", "AKIA");
        properties.setProperty("aws.secretAccessKey", "own");
        sink(false).accept(Sample.credentials("ASIA", "first", "first"));
        sink(false).accept(Sample.credentials());

        sink(false).takeBack();

        assertEquals(Map.of("aws.accessKeyId", "AKIA", "aws.secretAccessKey", "own"), properties);
    }

    @Test
    void stayAsTheyAreWhenNothingWasAcceptedOrAllIsBackAlready() {
        sink(false).takeBack();
        sink(false).accept(Sample.credentials());
        sink(false).takeBack();
        properties.setProperty("aws.accessKeyId", "of somebody else");

        sink(false).takeBack();

        assertEquals(Map.of("aws.accessKeyId", "of somebody else"), properties);
    }

    @Test
    void leaveNoSecretOfTheUserInTheMemoryOnceTheyAreBack() {
        properties.setProperty("aws.secretAccessKey", "own");
        sink(false).accept(Sample.credentials());
        sink(false).takeBack();
        assertFalse(memory.containsValue("own"));
    }

    @Test
    void showTheOriginalsToOneWhoLooksForBaseCredentials() {
        properties.setProperty("aws.accessKeyId", "AKIA");
        properties.setProperty("aws.region", "eu-west-1");
        assertEquals(Optional.of("AKIA"), sink(false).original("aws.accessKeyId"));

        sink(false).accept(Sample.credentials());
        sink(false).accept(Sample.credentials("ASIA", "second", "second"));

        assertEquals(Optional.of("AKIA"), sink(false).original("aws.accessKeyId"));
        assertEquals(Optional.empty(), sink(false).original("aws.sessionToken"));
        assertEquals(Optional.of("eu-west-1"), sink(false).original("aws.region"));
        sink(false).takeBack();
        assertEquals(Optional.of("AKIA"), sink(false).original("aws.accessKeyId"));
    }

    @Test
    void areRefusedToASecondRoleOfAParallelBuild() {
        sink(true).accept(Sample.credentials());

        InvalidConfiguration refused = assertThrows(InvalidConfiguration.class, () -> sink(true)
                .accept(Sample.of("arn:aws:sts::111122223333:assumed-role/admin/maven-app")));

        assertEquals("exportTo", refused.problems().get(0).parameter());
        assertEquals(OURS, properties);
    }

    @Test
    void areReplacedByARenewedSessionOfAParallelBuild() {
        sink(true).accept(Sample.credentials("OLD", "old", "old"));
        sink(true).accept(Sample.credentials());
        assertEquals(OURS, properties);
    }

    @Test
    void refuseAnUnfitValueWithoutTouchingAnything() {
        assertThrows(AccessFailed.class, () -> sink(false).accept(Sample.credentials("k", "s", "two\nlines")));
        assertEquals(Map.of(), properties);
    }

    private SystemProperties sink(boolean parallel) {
        return new SystemProperties(properties, memory, parallel);
    }
}
