package io.github.assumerole.bucket.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.bucket.Setting;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3-compatible servers may allow tag keys that are longer than an XML name can be. */
class LongTagTest {
    @Test
    void readsALongKeyAsItWasWritten(@TempDir Path directory) throws IOException {
        String key = "k".repeat(2_000);
        String xml = RulesFileWriter.of(Map.of("app-logs", Map.of(Setting.TAGS, Map.of(key, "core"))));
        ConfigurationProblems problems = new ConfigurationProblems();

        List<BucketSettingsRule> rules =
                RulesFile.read(Files.writeString(directory.resolve("rules.xml"), xml), problems);

        problems.throwIfAny();
        assertEquals(
                List.of(new TagsRequirement(Map.of(key, "core"))), rules.get(0).requirements());
    }
}
