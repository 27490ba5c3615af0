package io.github.assumerole.report;

/** The columns of the CSV report in their order; which of them a row fills depends on its type. */
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
    LOOKED_AT,
    DETAIL
}
