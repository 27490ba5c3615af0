package io.github.assumerole.goal;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.standin.StandardWorld;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that no machine can have, that no memory can hold, and that a lost variable leaves behind. */
class InvalidFilesTest {
    /** On Linux without a locale, a name with an umlaut is of this kind. */
    private static final File IMPOSSIBLE = new File("a\0b");

    @Nested
    class OfAssumeRole extends GoalTest {
        OfAssumeRole() {
            super("assume-role");
        }

        @BeforeEach
        void configure() {
            noParameter("profile");
            parameter("roleArn", StandardWorld.CI_DEPLOY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"policyFile", "receiptFile", "webIdentityTokenFile"})
        void cannotBe(String name, @InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
            setVariableValueToObject(goal, name, IMPOSSIBLE);

            assertEquals(List.of(impossible(name)), refused(goal));
        }

        @Test
        void areTooLargeForAPolicy(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
            File huge = huge(directory);
            setVariableValueToObject(goal, "policyFile", huge);

            assertEquals(List.of("policyFile: " + huge + " is larger than 1 MiB"), refused(goal));
        }

        @Test
        void areTooLargeForAToken(@InjectMojo(goal = "assume-role") AssumeRoleMojo goal) throws Exception {
            File huge = huge(directory);
            setVariableValueToObject(goal, "webIdentityTokenFile", huge);

            assertEquals(
                    "Cannot read the web identity token file " + huge + ": the file is larger than 1 MiB.",
                    refused(goal).get(0));
        }
    }

    @Nested
    class OfListBuckets extends GoalTest {
        OfListBuckets() {
            super("list-buckets");
        }

        @ParameterizedTest
        @ValueSource(strings = {"rulesFile", "outputDirectory"})
        void cannotBe(String name, @InjectMojo(goal = "list-buckets") ListBucketsMojo goal) throws Exception {
            setVariableValueToObject(goal, name, IMPOSSIBLE);

            assertEquals(List.of(impossible(name)), refused(goal));
        }
    }

    @Nested
    class OfInitRules extends GoalTest {
        OfInitRules() {
            super("init-rules");
        }

        @Test
        void cannotBeWritten(@InjectMojo(goal = "init-rules") InitRulesMojo goal) throws Exception {
            setVariableValueToObject(goal, "rulesFile", IMPOSSIBLE);

            assertEquals(List.of(impossible("rulesFile")), refused(goal));
        }
    }

    @Nested
    class OfIamPolicy extends GoalTest {
        OfIamPolicy() {
            super("iam-policy");
        }

        @Test
        void cannotBeWritten(@InjectMojo(goal = "iam-policy") IamPolicyMojo goal) throws Exception {
            setVariableValueToObject(goal, "roleArn", StandardWorld.CI_DEPLOY);
            setVariableValueToObject(goal, "outputFile", IMPOSSIBLE);

            assertEquals(List.of(impossible("outputFile")), refused(goal));
        }
    }

    @Nested
    class OfCheckLeaks extends GoalTest {
        OfCheckLeaks() {
            super("check-leaks");
        }

        @ParameterizedTest
        @ValueSource(strings = {"leakIncludes", "leakExcludes"})
        void cannotBeAndAreNamed(String name, @InjectMojo(goal = "check-leaks") CheckLeaksMojo goal) throws Exception {
            setVariableValueToObject(goal, name, Arrays.asList(directory, null, IMPOSSIBLE));

            assertEquals(
                    List.of(name + ": has an empty entry; remove it, or give it a value", impossible(name)),
                    refused(goal));
        }
    }

    private static String impossible(String parameter) {
        return parameter + ": 'a\\u{0000}b' can be no file on this machine: Nul character not allowed; name another, or"
                + " check the locale that Maven runs in (LANG)";
    }

    /** Sparse: it takes no room. */
    private static File huge(File directory) throws IOException {
        File file = new File(directory, "huge");
        try (RandomAccessFile sparse = new RandomAccessFile(file, "rw")) {
            sparse.setLength(3L << 30);
        }
        return file;
    }
}
