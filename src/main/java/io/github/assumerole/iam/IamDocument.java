package io.github.assumerole.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** An IAM policy document. */
record IamDocument(List<IamStatement> statements) {
    /** The version with policy variables, which {@link IamLiteral} needs. */
    private static final String VERSION = "2012-10-17";

    IamDocument {
        statements = List.copyOf(statements);
    }

    /**
     * Merges statements that differ only in their actions, then those that differ only in their resources. Statements
     * with different Sids are not merged.
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

    /** The JSON tree of maps, lists and texts. */
    Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("Version", VERSION);
        tree.put("Statement", statements.stream().map(IamStatement::tree).toList());
        return tree;
    }
}
