package io.github.assumerole.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** A policy of IAM: as few statements as can say it, in the order in which they came. */
record IamDocument(List<IamStatement> statements) {
    /** The language with variables, which {@link IamLiteral} counts on. */
    private static final String VERSION = "2012-10-17";

    IamDocument {
        statements = List.copyOf(statements);
    }

    /**
     * Merges statements that differ in their actions alone, then those that differ in their resources alone. Those of
     * different sids stay apart.
     */
    static IamDocument of(List<IamStatement> statements) {
        List<IamStatement> byResources =
                merge(statements, statement -> statement.withActions(List.of()), IamStatement::plusActionsOf);
        return new IamDocument(
                merge(byResources, statement -> statement.withResources(List.of()), IamStatement::plusResourcesOf));
    }

    private static List<IamStatement> merge(
            List<IamStatement> statements, UnaryOperator<IamStatement> common, BinaryOperator<IamStatement> union) {
        Map<IamStatement, IamStatement> merged = new LinkedHashMap<>();
        statements.forEach(statement -> merged.merge(common.apply(statement), statement, union));
        return List.copyOf(merged.values());
    }

    /** As IAM has it in JSON: maps in the order of their entries, lists, and texts. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("Version", VERSION);
        tree.put("Statement", statements.stream().map(IamStatement::tree).toList());
        return tree;
    }
}
