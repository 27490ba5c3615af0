package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.BucketSnapshot;
import io.github.assumerole.bucket.CallResult;
import io.github.assumerole.bucket.Setting;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.rule.setting.RequirementElement;
import io.github.assumerole.text.TextOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The buckets as a table, a row for each, with a column for each setting that was read. */
record CsvRendering(BucketSnapshot snapshot, List<Column> columns) {
    private static final String NOT_READ = "";
    private static final String NOT_SET = "not set";
    private static final String UNKNOWN = "unknown";

    /** @param text of the values of the setting; empty if there is none */
    private record Column(String name, Setting setting, Function<Map<String, String>, Optional<String>> text) {
        static Column of(RequirementElement element, Setting setting) {
            return new Column(
                    element.name(), setting, values -> element.current().apply(Map.of(setting, values)));
        }

        boolean isIn(BucketSnapshot snapshot) {
            return snapshot.buckets().stream()
                    .flatMap(bucket -> snapshot.known(setting, bucket).stream())
                    .flatMap(result -> result.value().stream())
                    .anyMatch(values -> text.apply(values).isPresent());
        }
    }

    static void write(BucketReport report, ReportId id, TextOutput out) {
        BucketSnapshot snapshot = report.snapshot();
        List<Column> columns = snapshot.readSettings().stream()
                .filter(setting -> setting != Setting.REGION)
                .flatMap(setting -> columns(setting, snapshot))
                .toList();
        new CsvRendering(snapshot, columns).write(new CsvWriter(out));
    }

    /** Of the setting, and of other values that the same call returns for any bucket, such as the KMS key. */
    private static Stream<Column> columns(Setting setting, BucketSnapshot snapshot) {
        if (setting == Setting.TAGS) {
            return Stream.of(new Column(setting.element(), setting, CsvRendering::tags));
        }
        return RequirementElement.ALL.stream()
                .map(element -> Column.of(element, setting))
                .filter(column -> column.name().equals(setting.element()) || column.isIn(snapshot));
    }

    private static Optional<String> tags(Map<String, String> tags) {
        return Optional.of(tags.entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .sorted()
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }

    private void write(CsvWriter csv) {
        csv.row(Stream.concat(
                        Stream.of("name", "region", "created"), columns.stream().map(Column::name))
                .toList());
        snapshot.buckets().forEach(bucket -> csv.row(cells(bucket)));
    }

    private List<String> cells(Bucket bucket) {
        return Stream.concat(
                        Stream.of(
                                bucket.name(),
                                bucket.region().orElse(""),
                                bucket.creationDate().map(ContractNames::of).orElse("")),
                        columns.stream().map(column -> snapshot.known(column.setting(), bucket)
                                .map(result -> text(result, column))
                                .orElse(NOT_READ)))
                .toList();
    }

    private static String text(CallResult<Map<String, String>> result, Column column) {
        return result.fold(values -> column.text().apply(values).orElse(NOT_SET), reason -> UNKNOWN);
    }
}
