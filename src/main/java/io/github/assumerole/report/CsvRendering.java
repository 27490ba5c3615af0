package io.github.assumerole.report;

import io.github.assumerole.bucket.AccountContext;
import io.github.assumerole.bucket.Bucket;
import io.github.assumerole.bucket.CallEvidence;
import io.github.assumerole.bucket.UnknownReason;
import io.github.assumerole.bucket.gate.BucketReport;
import io.github.assumerole.bucket.gate.RuleResult;
import io.github.assumerole.bucket.rule.Finding;
import io.github.assumerole.text.TextOutput;
import java.util.Optional;

/** A report as one table: a row for the gate, for the listing, for each rule followed by its findings, each bucket. */
record CsvRendering(CsvWriter csv) {
    static void write(BucketReport report, ReportId id, TextOutput out) {
        new CsvRendering(new CsvWriter(out)).write(report, id.name());
    }

    private void write(BucketReport report, String name) {
        csv.header();
        AccountContext account = report.account();
        csv.cell(CsvColumn.TYPE, "gate")
                .cell(CsvColumn.NAME, name)
                .cell(CsvColumn.OUTCOME, ContractNames.of(report.verdict()))
                .cell(CsvColumn.ACCOUNT_ID, account.accountId())
                .cell(CsvColumn.ROLE, account.role())
                .cell(CsvColumn.OBSERVED_AT, report.observedAt().toString())
                .cell(CsvColumn.DETAIL, Summary.verdict(report))
                .row();
        csv.cell(CsvColumn.TYPE, "listing").cell(CsvColumn.OUTCOME, ContractNames.of(ListingState.of(report)));
        Optional<UnknownReason> reason = report.snapshot().reasonNotListed();
        reason.map(UnknownReason::evidence).ifPresent(this::evidence);
        csv.cell(CsvColumn.DETAIL, reason.map(why -> why.failure().cameBack()).orElseGet(() -> report.snapshot()
                        .description()))
                .row();
        report.results().forEach(this::rule);
        report.snapshot().buckets().forEach(this::bucket);
    }

    private void rule(RuleResult result) {
        csv.cell(CsvColumn.TYPE, "rule")
                .cell(CsvColumn.RULE, result.rule().title())
                .cell(CsvColumn.OUTCOME, ContractNames.of(result.outcome()))
                .cell(CsvColumn.LEVEL, ContractNames.of(result.rule().level()))
                .row();
        result.findings().stream().forEach(finding -> finding(finding, result));
    }

    private void finding(Finding finding, RuleResult result) {
        csv.cell(CsvColumn.TYPE, "finding")
                .cell(CsvColumn.NAME, finding.subject())
                .cell(CsvColumn.RULE, result.rule().title())
                .cell(CsvColumn.OUTCOME, ContractNames.of(finding.mark()))
                .cell(CsvColumn.LEVEL, ContractNames.of(result.rule().level()))
                .cell(CsvColumn.STATE, finding.state().map(ContractNames::of))
                .cell(CsvColumn.DETAIL, finding.message());
        evidence(finding.evidence());
        csv.row();
    }

    private void evidence(CallEvidence evidence) {
        csv.cell(CsvColumn.REGION, evidence.region())
                .cell(CsvColumn.API, evidence.api())
                .cell(CsvColumn.HTTP_STATUS, evidence.status().map(Object::toString))
                .cell(CsvColumn.CODE, evidence.code())
                .cell(CsvColumn.REQUEST_ID, evidence.requestId());
    }

    private void bucket(Bucket bucket) {
        csv.cell(CsvColumn.TYPE, "bucket")
                .cell(CsvColumn.NAME, bucket.name())
                .cell(CsvColumn.REGION, bucket.region())
                .cell(CsvColumn.CREATED, bucket.creationDate().map(Object::toString))
                .row();
    }
}
