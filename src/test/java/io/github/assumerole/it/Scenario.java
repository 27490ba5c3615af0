package io.github.assumerole.it;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.World;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the scripts beside an integration test say: begin with an AWS of its own, then look at what the build did. */
public final class Scenario {
    private static final String AWS = "aws";

    private final LocalAws aws;
    private final BuildLog log;

    private Scenario(LocalAws aws, BuildLog log) {
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
        scenario.log.showsNo(scenario::hasSecret);
        return scenario;
    }

    /** The same, but for the lines that tell a CI server what to mask; there have to be some. */
    public static Scenario end(Map<String, Object> context, File basedir, String mask) throws IOException {
        Scenario scenario = over(context, basedir);
        scenario.shows(mask);
        scenario.log.showsNo(line -> !line.startsWith(mask) && scenario.hasSecret(line));
        return scenario;
    }

    private static Scenario over(Map<String, Object> context, File basedir) throws IOException {
        LocalAws aws = (LocalAws) context.get(AWS);
        aws.close();
        return new Scenario(aws, BuildLog.in(basedir));
    }

    private boolean hasSecret(String text) {
        return aws.secrets().stream().anyMatch(text::contains);
    }

    /** Fails unless some line of the log contains the text. */
    public void shows(String text) {
        log.shows(text);
    }

    /** Fails if any line of the log contains the text. */
    public void hides(String text) {
        log.hides(text);
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
        if (hasSecret(Files.readString(file, StandardCharsets.ISO_8859_1))) { // any file is text in it
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
