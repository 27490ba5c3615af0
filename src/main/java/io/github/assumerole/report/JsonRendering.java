package io.github.assumerole.report;

import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.JsonWriter;
import io.github.assumerole.text.TextOutput;
import java.util.Optional;

/** A report as JSON, by {@code src/site/resources/schema/bucket-report-1.json}. Unknown values are omitted. */
record JsonRendering(JsonWriter json) {
    /** Increased by incompatible changes; new members are compatible. */
    private static final int SCHEMA_VERSION = 1;

    static void write(BucketReport report, ReportId id, TextOutput out) {
        new JsonRendering(new JsonWriter(out)).write(report, id.name());
        out.line("");
    }

    private void write(BucketReport report, String name) {
        json.objectBlock();
        json.name("schemaVersion").value(SCHEMA_VERSION);
        json.name("name").value(name);
        json.name("verdict").value(ContractNames.of(report.verdict()));
        json.name("observedAt").value(ContractNames.of(report.observedAt()));
        optional("accountId", report.account().accountId());
        optional("role", report.account().role());
        json.name("counts");
        counts(report);
        json.name("listing");
        listing(report);
        json.name("rules").arrayBlock();
        report.results().forEach(this::rule);
        json.end();
        json.name("buckets").arrayBlock();
        report.snapshot().buckets().forEach(this::bucket);
        json.end();
        json.end();
    }

    private void counts(BucketReport report) {
        json.object();
        json.name("buckets").value(report.snapshot().buckets().size());
        json.name("rules").value(report.results().size());
        json.name("violations").value(Section.VIOLATIONS.size(report));
        json.name("unknowns").value(Section.UNDECIDED.size(report));
        json.end();
    }

    private void listing(BucketReport report) {
        json.object();
        json.name("state").value(ContractNames.of(ListingState.of(report)));
        report.snapshot().reasonNotListed().ifPresent(reason -> {
            evidence(reason.evidence());
            reason(reason);
        });
        json.end();
    }

    private void rule(RuleResult result) {
        json.object();
        json.name("title").value(result.rule().title());
        json.name("kind").value(result.rule().kind());
        json.name("parameters").line(result.rule().parameters());
        json.name("level").value(ContractNames.of(result.rule().level()));
        json.name("outcome").value(ContractNames.of(result.outcome()));
        json.name("findings").arrayBlock();
        result.findings().stream().forEach(finding -> finding(finding, result));
        json.end();
        json.end();
    }

    private void finding(Finding finding, RuleResult result) {
        json.object();
        json.name("subject").value(finding.subject());
        json.name("mark").value(ContractNames.of(finding.mark()));
        optional("level", result.levelOf(finding).map(ContractNames::of));
        json.name("message").value(finding.message());
        optional("state", finding.state().map(ContractNames::of));
        evidence(finding.evidence());
        finding.reason().ifPresent(this::reason);
        json.end();
    }

    private void evidence(CallEvidence evidence) {
        json.name("evidence").object();
        json.name("api").value(evidence.api());
        evidence.status().ifPresent(status -> json.name("httpStatus").value(status));
        optional("code", evidence.code());
        optional("region", evidence.region());
        optional("requestId", evidence.requestId());
        json.end();
    }

    private void reason(UnknownReason reason) {
        json.name("reason").object();
        json.name("kind").value(ContractNames.of(reason.kind()));
        json.name("attempted").value(reason.failure().attempted());
        json.name("response").value(reason.failure().cameBack());
        json.name("advice").array();
        reason.failure().advice().forEach(json::value);
        json.end();
        json.end();
    }

    private void bucket(Bucket bucket) {
        json.object();
        json.name("name").value(bucket.name());
        optional("region", bucket.region());
        optional("created", bucket.creationDate().map(ContractNames::of));
        json.end();
    }

    private void optional(String name, Optional<String> value) {
        value.ifPresent(text -> json.name(name).value(text));
    }
}
