package io.github.assumerole.it;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.World;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the scripts beside an integration test say: begin with an AWS of its own, then look at what the build did. */
public final class Scenario {
    private static final String AWS = "aws";

    private final LocalAws aws;
    private final List<String> log;

    private Scenario(LocalAws aws, List<String> log) {
        this.aws = aws;
        this.log = log;
    }

    /** Starts an AWS, points the build at it, and leaves it in the context as {@code aws}. */
    public static void begin(Map<String, Object> context) {
        begin(context, World.standard().build());
    }

    /** The same with another world. */
    public static void begin(Map<String, Object> context, World world) {
        LocalAws aws = LocalAws.start(world);
        context.put(AWS, aws);
        userProperties(context).put("assume-role.endpointUrl", aws.endpoint().toString());
    }

    /** Stops the AWS, and makes sure that the build printed none of its secrets. */
    public static Scenario end(Map<String, Object> context, File basedir) throws IOException {
        Scenario scenario = over(context, basedir);
        scenario.printedNoSecret(scenario.log);
        return scenario;
    }

    /** The same, but for the lines that tell a CI server what to mask; there have to be some. */
    public static Scenario end(Map<String, Object> context, File basedir, String mask) throws IOException {
        Scenario scenario = over(context, basedir);
        scenario.shows(mask);
        scenario.printedNoSecret(
                scenario.log.stream().filter(line -> !line.startsWith(mask)).toList());
        return scenario;
    }

    private static Scenario over(Map<String, Object> context, File basedir) throws IOException {
        LocalAws aws = (LocalAws) context.get(AWS);
        aws.close();
        return new Scenario(aws, Files.readAllLines(basedir.toPath().resolve("build.log")));
    }

    private void printedNoSecret(List<String> lines) {
        if (lines.stream().anyMatch(line -> aws.secrets().stream().anyMatch(line::contains))) {
            throw new AssertionError("the log shows a secret");
        }
    }

    /** Fails unless some line of the log contains the text. */
    public void shows(String text) {
        if (log.stream().noneMatch(line -> line.contains(text))) {
            throw new AssertionError("the log does not show: " + text);
        }
    }

    /** Fails if any line of the log contains the text. */
    public void hides(String text) {
        log.stream().filter(line -> line.contains(text)).findAny().ifPresent(line -> {
            throw new AssertionError("the log shows " + text + ": " + line);
        });
    }

    /** Fails unless the operation was called so often. */
    public void called(String operation, int times) {
        if (aws.calls(operation).size() != times) {
            throw new AssertionError(operation + " was called "
                    + aws.calls(operation).size() + " times, expected " + times + ": " + aws.calls());
        }
    }

    /** Fails if the file holds a secret of this AWS; names the file, never the secret. */
    public void holdsNoSecret(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1); // any file is text in it
        if (aws.secrets().stream().anyMatch(text::contains)) {
            throw new AssertionError(file + " holds a secret");
        }
    }

    public LocalAws aws() {
        return aws;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> userProperties(Map<String, Object> context) {
        return (Map<Object, Object>) context.get("userProperties");
    }
}
