package io.github.assumerole.goal;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.export.AtomicFile;
import io.github.assumerole.export.OutputFile;
import io.github.assumerole.report.ReportFormat;
import io.github.assumerole.text.ConfigurationProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * The files that a report is written to.
 *
 * @param formats that of the console has no file
 * @param name what the files are called, but for what their format adds
 */
public record ReportFiles(List<ReportFormat> formats, Path directory, String name) {

    /** Refuses files that another execution of this build has written its report to. */
    void refuseTaken(ConfigurationProblems problems, ConcurrentMap<String, String> writers, String execution) {
        for (Path file : files().values()) {
            String owner = writers.putIfAbsent(file.toAbsolutePath().normalize().toString(), execution);
            if (owner != null && !owner.equals(execution)) {
                problems.add(
                        "reportName",
                        "'" + name + "' is taken: " + owner + " writes " + file
                                + "; give one of the two another <reportName> or <outputDirectory>");
                return;
            }
        }
    }

    /** Removes what an earlier build wrote: a report of yesterday must not stand for one that was never made. */
    void removeOld() {
        files().values().forEach(file -> guarded("remove", file, Files::deleteIfExists));
    }

    /** Writes each file whole or not at all. */
    void write(BucketReport report) {
        files().forEach((format, file) ->
                guarded("write", file, path -> AtomicFile.write(path, out -> format.write(report, name, out))));
    }

    /** Where the files are; empty when there are none. */
    Optional<String> inWords() {
        return Optional.of(files().values().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty())
                .map(names -> "Reports in " + directory + ": " + names);
    }

    private Map<ReportFormat, Path> files() {
        Map<ReportFormat, Path> files = new EnumMap<>(ReportFormat.class);
        formats.forEach(format -> format.fileName(name).ifPresent(file -> files.put(format, directory.resolve(file))));
        return files;
    }

    private interface Step {
        void take(Path file) throws IOException;
    }

    private static void guarded(String verb, Path file, Step step) {
        try {
            step.take(file);
        } catch (IOException refused) {
            throw OutputFile.failed(verb + " the report " + file, "outputDirectory", refused);
        }
    }
}
