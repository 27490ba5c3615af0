package io.github.assumerole.report;

/** The columns of the CSV report, in their order; the type of a row decides which of them it fills. */
enum CsvColumn {
    TYPE,
    NAME,
    RULE,
    OUTCOME,
    LEVEL,
    STATE,
    REGION,
    CREATED,
    API,
    HTTP_STATUS,
    CODE,
    REQUEST_ID,
    ACCOUNT_ID,
    ROLE,
    OBSERVED_AT,
    DETAIL
}
