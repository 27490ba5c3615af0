package io.github.assumerole.it;

import io.github.assumerole.standin.LocalAws;
import io.github.assumerole.standin.World;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** For the scripts of src/it: starts an embedded AWS for each build, then checks the log and the calls. */
public final class Scenario extends BuildLog {
    private static final String AWS = "aws";

    private final LocalAws aws;

    private Scenario(LocalAws aws, File basedir) throws IOException {
        super(basedir);
        this.aws = aws;
    }

    /** Starts an embedded AWS, configures it as the endpoint, and stores it in the context as {@code aws}. */
    public static void begin(Map<String, Object> context) {
        begin(context, World.standard().build());
    }

    /** Does the same with other accounts, roles and buckets. */
    public static void begin(Map<String, Object> context, World world) {
        LocalAws aws = LocalAws.start(world);
        context.put(AWS, aws);
        userProperties(context).put("assume-role.endpointUrl", aws.endpoint().toString());
    }

    /** Stops the embedded AWS, and fails if the log contains one of its secrets. */
    public static Scenario end(Map<String, Object> context, File basedir) throws IOException {
        Scenario scenario = after(context, basedir);
        scenario.containsNo(scenario::hasSecret);
        return scenario;
    }

    /** Does the same, except for masking commands of a CI server; fails if there are none. */
    public static Scenario end(Map<String, Object> context, File basedir, String mask) throws IOException {
        Scenario scenario = after(context, basedir);
        scenario.shows(mask);
        scenario.containsNo(line -> !line.startsWith(mask) && scenario.hasSecret(line));
        return scenario;
    }

    private static Scenario after(Map<String, Object> context, File basedir) throws IOException {
        LocalAws aws = (LocalAws) context.get(AWS);
        aws.close();
        return new Scenario(aws, basedir);
    }

    private boolean hasSecret(String text) {
        return aws.secrets().stream().anyMatch(text::contains);
    }

    /** Fails unless the operation was called exactly this number of times. */
    public void called(String operation, int times) {
        if (aws.calls(operation).size() != times) {
            throw new AssertionError(operation + " was called "
                    + aws.calls(operation).size() + " times, expected " + times + ": " + aws.calls());
        }
    }

    /** Fails if the file contains a secret of this AWS; shows the file name, never the secret. */
    public void containsNoSecret(Path file) throws IOException {
        if (hasSecret(Files.readString(file, StandardCharsets.ISO_8859_1))) { // decodes any bytes
            throw new AssertionError(file + " contains a secret");
        }
    }

    public LocalAws aws() {
        return aws;
    }

    @SuppressWarnings("unchecked")
    static Map<Object, Object> userProperties(Map<String, Object> context) {
        return (Map<Object, Object>) context.get("userProperties");
    }
}
