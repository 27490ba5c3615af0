package io.github.assumerole.goal;

import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.export.AtomicFile;
import io.github.assumerole.export.OutputFile;
import io.github.assumerole.export.OutputFile.FileOperation;
import io.github.assumerole.report.ReportFile;
import io.github.assumerole.report.ReportFormat;
import io.github.assumerole.report.ReportId;
import io.github.assumerole.text.ConfigurationProblems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/**
 * Files of a report.
 *
 * @param formats also those without a file, which are printed to the console
 */
record ReportFiles(List<ReportFormat> formats, Path directory, ReportId id) {
    /** Rejects files that another execution of this build writes. */
    void rejectTaken(ConfigurationProblems problems, ConcurrentMap<String, String> writers, String execution) {
        for (Path file : files().keySet()) {
            String owner = writers.putIfAbsent(file.toAbsolutePath().normalize().toString(), execution);
            if (owner != null && !owner.equals(execution)) {
                problems.add(
                        "reportName",
                        "'" + id.name() + "' is already in use: " + owner + " writes " + file
                                + "; set another <reportName> or <outputDirectory> for one of them");
                return;
            }
        }
    }

    /** Deletes files of an earlier build, which could be mistaken for those of this one if it fails. */
    void deleteOld() {
        files().keySet().forEach(file -> run("delete", file, () -> AtomicFile.delete(file)));
    }

    /** Writes each file completely or not at all. */
    void write(BucketReport report) {
        files().forEach((path, file) ->
                run("write", path, () -> AtomicFile.write(path, out -> file.write(report, id, out))));
    }

    /** Directory and names of the files; empty if there are none. */
    Optional<String> summary() {
        return Optional.of(files().keySet().stream()
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty())
                .map(names -> "Reports in " + directory + ": " + names);
    }

    private Map<Path, ReportFile> files() {
        Map<Path, ReportFile> files = new LinkedHashMap<>();
        formats.stream()
                .sorted()
                .flatMap(format -> format.files().stream())
                .forEach(file -> files.put(directory.resolve(file.name(id.name())), file));
        return files;
    }

    private static void run(String verb, Path file, FileOperation operation) {
        OutputFile.run(verb + " the report " + file, "outputDirectory", operation);
    }
}
