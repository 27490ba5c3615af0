package io.github.assumerole.report;

import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.gate.Verdict;
import io.github.assumerole.bucket.rule.BucketRule;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.JsonWriter;
import io.github.assumerole.text.Printable;
import io.github.assumerole.text.TextOutput;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as SARIF 2.1.0 (OASIS), in the form that GitHub code scanning documents: a location in each result, and a
 * fingerprint that stays the same while the POM changes. An undecided finding fails the build, so its level is that of
 * a violation; GitHub ignores the kind of a result.
 */
final class SarifRendering {
    /** GitHub rejects files with more. */
    static final int MAX_RESULTS = 25_000;

    /** GitHub rejects descriptions of rules that are longer. */
    static final int MAX_DESCRIPTION = 1024;

    private static final List<Section> SECTIONS = List.of(Section.VIOLATIONS, Section.UNDECIDED, Section.WARNINGS);
    private static final String ELLIPSIS = "...";
    private static final String ROOT = "%SRCROOT%";
    private static final int FINGERPRINT_BYTES = 8;
    /** What a rule is limited to distinguishes it from others about the same bucket, as no expected value does. */
    private static final Set<String> SCOPE = Set.of("except", "taggedWith");

    private static final int MAX_SCOPE_LENGTH = 60;
    private static final int SCOPE_BYTES = 4;

    private final BucketReport report;
    private final ReportId id;
    private final JsonWriter json;
    private final Map<BucketRule, String> ruleIds;
    private final Map<BucketRule, Integer> ruleIndexes = new LinkedHashMap<>();
    private final Map<BucketRule, RuleLocations.Location> locations = new HashMap<>();
    private String lastFingerprint = "";
    private int repetitions;

    private SarifRendering(BucketReport report, ReportId id, JsonWriter json) {
        this.report = report;
        this.id = id;
        this.json = json;
        this.ruleIds = ruleIds(report);
        ruleIds.keySet().forEach(rule -> ruleIndexes.put(rule, ruleIndexes.size()));
    }

    static void write(BucketReport report, ReportId id, TextOutput out) {
        new SarifRendering(report, id, new JsonWriter(out)).write();
        out.line("");
    }

    /**
     * IDs that do not depend on other rules, nor on expected values: the kind, what the rule is about, and the names of
     * its other parameters, such as {@code bucket-settings/app-*&#47;taggedWith(env=prod),versioning,tags}.
     */
    private static Map<BucketRule, String> ruleIds(BucketReport report) {
        Map<BucketRule, String> ids = new LinkedHashMap<>();
        Map<String, Integer> uses = new LinkedHashMap<>();
        for (RuleResult result : report.results()) {
            String ruleId = ruleId(result.rule());
            int use = uses.merge(ruleId, 1, Integer::sum);
            ids.put(result.rule(), use == 1 ? ruleId : ruleId + "#" + use);
        }
        return ids;
    }

    private static String ruleId(BucketRule rule) {
        List<Map.Entry<String, Object>> parameters =
                new ArrayList<>(rule.parameters().entrySet());
        Map.Entry<String, Object> first = parameters.remove(0);
        String about = first.getValue() instanceof String name ? name : first.getKey();
        String others = parameters.stream()
                .filter(parameter -> !parameter.getKey().equals("message"))
                .map(parameter ->
                        parameter.getKey() + (SCOPE.contains(parameter.getKey()) ? scope(parameter.getValue()) : ""))
                .collect(Collectors.joining(","));
        return rule.kind() + "/" + about + (others.isEmpty() ? "" : "/" + others);
    }

    /** In any order of its parts the same; a hash if it is long. */
    private static String scope(Object value) {
        Stream<String> parts = value instanceof Map<?, ?> tags
                ? tags.entrySet().stream().map(Object::toString)
                : ((Collection<?>) value).stream().map(Object::toString);
        String scope = Printable.of(parts.sorted().collect(Collectors.joining(",")));
        return "(" + (scope.length() > MAX_SCOPE_LENGTH ? hash(scope, SCOPE_BYTES) : scope) + ")";
    }

    private void write() {
        json.objectBlock();
        json.name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
        json.name("version").value("2.1.0");
        json.name("runs").array();
        json.objectBlock();
        json.name("tool").objectBlock();
        json.name("driver").objectBlock();
        json.name("name").value("assume-role-maven-plugin");
        json.name("rules").arrayBlock();
        report.results().forEach(result -> json.line(descriptor(result)));
        json.end();
        json.end();
        json.end();
        // GitHub replaces the results of an earlier upload of the same category, which ends with the last slash.
        json.name("automationDetails").line(Map.of("id", id.module() + "/" + id.name() + "/"));
        json.name("originalUriBaseIds").line(Map.of(ROOT, Map.of("description", text("The root of the repository."))));
        json.name("invocations").arrayBlock();
        json.line(invocation());
        json.end();
        json.name("results").arrayBlock();
        lines().limit(MAX_RESULTS).forEach(line -> json.line(result(line)));
        json.end();
        json.end();
        json.end();
        json.end();
    }

    private Stream<ReportLine> lines() {
        return SECTIONS.stream().flatMap(section -> section.of(report));
    }

    private Map<String, Object> descriptor(RuleResult result) {
        BucketRule rule = result.rule();
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("enabled", !rule.skip());
        configuration.put("level", level(result));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("kind", rule.kind());
        properties.put("parameters", rule.parameters());
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("id", ruleIds.get(rule));
        descriptor.put("shortDescription", description(printable(rule)));
        descriptor.put(
                "fullDescription",
                description("Rule of list-buckets about the S3 buckets of an account: " + printable(rule)));
        descriptor.put(
                "help",
                text("Change the buckets, or the rule in the configuration of assume-role-maven-plugin: "
                        + printable(rule)));
        descriptor.put("defaultConfiguration", configuration);
        descriptor.put("properties", properties);
        return descriptor;
    }

    private Map<String, Object> invocation() {
        Optional<UnknownReason> notListed = report.snapshot().reasonNotListed();
        Map<String, Object> invocation = new LinkedHashMap<>();
        invocation.put("executionSuccessful", notListed.isEmpty() && report.verdict() != Verdict.UNKNOWN);
        invocation.put("startTimeUtc", ContractNames.of(report.startedAt()));
        invocation.put("endTimeUtc", ContractNames.of(report.startedAt().plus(report.took())));
        List<Map<String, Object>> notifications = Stream.concat(
                        notListed.stream()
                                .map(reason -> notification(
                                        "error",
                                        reason.failure().attempted() + ": "
                                                + reason.failure().cameBack())),
                        omitted().stream().map(omitted -> notification("warning", omitted)))
                .toList();
        if (!notifications.isEmpty()) {
            invocation.put("toolExecutionNotifications", notifications);
        }
        report.reusedListing()
                .ifPresent(listed -> invocation.put("properties", Map.of("observedAt", ContractNames.of(listed))));
        return invocation;
    }

    private Optional<String> omitted() {
        int omitted =
                SECTIONS.stream().mapToInt(section -> section.size(report)).sum() - MAX_RESULTS;
        return omitted > 0 ? Optional.of(Summary.omitted(omitted)) : Optional.empty();
    }

    private static Map<String, Object> notification(String level, String message) {
        Map<String, Object> notification = new LinkedHashMap<>();
        notification.put("level", level);
        notification.put("message", text(message));
        return notification;
    }

    private Map<String, Object> result(ReportLine line) {
        BucketRule rule = line.result().rule();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", ruleIds.get(rule));
        result.put("ruleIndex", ruleIndexes.get(rule));
        result.put("level", level(line.result()));
        result.put("message", text(line.text()));
        result.put("locations", List.of(Map.of("physicalLocation", location(rule))));
        result.put("partialFingerprints", Map.of("primaryLocationLineHash", fingerprint(line)));
        result.put("properties", properties(line));
        return result;
    }

    private static String level(RuleResult result) {
        return result.gates() ? "error" : "warning";
    }

    private Map<String, Object> location(BucketRule rule) {
        RuleLocations.Location location =
                locations.computeIfAbsent(rule, some -> id.locations().of(some));
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", location.uri());
        artifact.put("uriBaseId", ROOT);
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        location.line().ifPresent(line -> physical.put("region", Map.of("startLine", line)));
        return physical;
    }

    /**
     * The only fingerprint that GitHub uses. Without it, GitHub calculates one from the line of the POM, which most
     * findings of a rule share. The number distinguishes findings that have everything else in common; they follow each
     * other.
     */
    private String fingerprint(ReportLine line) {
        String about = line.finding()
                .map(finding -> finding.subject() + "\n" + finding.evidence().api())
                .orElse("");
        String text = String.join(
                "\n", id.module(), id.name(), ruleIds.get(line.result().rule()), about);
        String fingerprint = hash(text, FINGERPRINT_BYTES);
        repetitions = fingerprint.equals(lastFingerprint) ? repetitions + 1 : 1;
        lastFingerprint = fingerprint;
        return fingerprint + ":" + repetitions;
    }

    private static String hash(String text, int bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static Map<String, Object> properties(ReportLine line) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "outcome",
                ContractNames.of(line.finding()
                        .<Enum<?>>map(Finding::mark)
                        .orElse(line.result().outcome())));
        line.finding().ifPresent(finding -> {
            properties.put("subject", finding.subject());
            properties.put("evidence", ReportLine.evidence(finding));
            finding.reason()
                    .ifPresent(
                            reason -> properties.put("advice", reason.failure().advice()));
        });
        return properties;
    }

    private static String printable(BucketRule rule) {
        return Printable.of(rule.title());
    }

    /** Cut if it is too long for GitHub; the help has the complete text. */
    private static Map<String, Object> description(String text) {
        String safe = withoutLinks(text);
        if (safe.length() <= MAX_DESCRIPTION) {
            return Map.of("text", safe);
        }
        int end = MAX_DESCRIPTION - ELLIPSIS.length();
        return Map.of(
                "text", safe.substring(0, Character.isHighSurrogate(safe.charAt(end - 1)) ? end - 1 : end) + ELLIPSIS);
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", withoutLinks(text));
    }

    /** SARIF viewers turn {@code [text](target)} into a link, also in plain text. */
    private static String withoutLinks(String text) {
        return text.replace("](", "] (");
    }
}
