package io.github.assumerole.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command, measured as a whole process with its children.
 *
 * @param name the label of its row
 * @param line the program and its arguments
 * @param environment variables in addition to those of {@link Workspace}
 */
record Command(String name, Path directory, List<String> line, Map<String, String> environment) {
    private static final int TIME_LIMIT_SECONDS = 300;
    private static final String TIME_FORMAT = "%R %U %S";

    Command with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.merge(variable, value, (before, added) -> before + " " + added);
        return new Command(name, directory, line, more);
    }

    Command named(String label) {
        return new Command(label, directory, line, environment);
    }

    /** Runs it; the shell's {@code time} counts the CPU time of all processes. */
    Usage run(Path work) throws IOException, InterruptedException {
        Path log = Files.createTempFile(work, "command", ".log");
        Path times = Files.createTempFile(work, "command", ".times");
        List<String> timed = new ArrayList<>(List.of("bash", "-c"));
        timed.add(
                "TIMEFORMAT='" + TIME_FORMAT + "'; out=$1 log=$2; shift 2; { time \"$@\" >\"$log\" 2>&1; } 2>\"$out\"");
        timed.addAll(List.of("time", times.toString(), log.toString()));
        timed.addAll(line);
        ProcessBuilder builder = new ProcessBuilder(timed).directory(directory.toFile());
        builder.redirectInput(new File("/dev/null"));
        builder.environment().keySet().removeIf(Command::changesResults);
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
        boolean passed = process.exitValue() == 0;
        String[] seconds = Files.readString(times).trim().split(" ");
        Files.delete(times);
        if (passed) {
            Files.delete(log);
        }
        return seconds.length == 3
                ? new Usage(passed, number(seconds[0]), number(seconds[1]) + number(seconds[2]), log)
                : new Usage(false, 0, 0, log);
    }

    /** Variables of Maven, Java and AWS that a developer has set for other builds. */
    private static boolean changesResults(String variable) {
        return variable.startsWith("AWS_")
                || variable.startsWith("MAVEN_")
                || variable.startsWith("JAVA_TOOL")
                || variable.toLowerCase(Locale.ROOT).endsWith("_proxy")
                || variable.equals("JDK_JAVA_OPTIONS");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(',', '.'));
    }
}
