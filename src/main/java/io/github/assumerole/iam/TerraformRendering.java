package io.github.assumerole.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The role and its policies for the AWS provider of Terraform and OpenTofu. */
final class TerraformRendering implements IamRendering {
    private static final String DOCUMENT = "aws_iam_policy_document";

    @Override
    public String render(GeneratedPolicies policies) {
        String label = label(policies.role().name());
        List<HclBlock> blocks = new ArrayList<>();
        blocks.add(document(label + "_trust", policies.trustPolicy()));
        blocks.add(role(label, policies));
        policies.rolePermissions().ifPresent(permissions -> {
            blocks.add(document(label, permissions));
            blocks.add(new HclBlock("resource", "aws_iam_role_policy", label)
                    .text("name", POLICY_NAME)
                    .expression("role", "aws_iam_role." + label + ".id")
                    .expression("policy", json(label)));
        });
        policies.callerPermissions().ifPresent(permissions -> blocks.add(document(label + "_caller", permissions)));
        return blocks.stream()
                .map(block -> String.join("\n", block.lines()) + "\n")
                .collect(Collectors.joining("\n"));
    }

    /** The name of the role as a Terraform identifier. */
    private static String label(String roleName) {
        String label = roleName.replaceAll("[^A-Za-z0-9_-]", "_");
        return Character.isLetter(label.charAt(0)) ? label : "_" + label;
    }

    private static HclBlock role(String label, GeneratedPolicies policies) {
        HclBlock role = new HclBlock("resource", "aws_iam_role", label)
                .text("name", policies.role().name())
                .text("path", policies.role().path())
                .expression("assume_role_policy", json(label + "_trust"));
        policies.maxSessionDuration()
                .ifPresent(duration -> role.expression("max_session_duration", String.valueOf(duration.toSeconds())));
        return role;
    }

    private static String json(String label) {
        return "data." + DOCUMENT + "." + label + ".json";
    }

    private static HclBlock document(String label, IamDocument document) {
        HclBlock block = new HclBlock("data", DOCUMENT, label);
        document.statements().forEach(statement -> block.block(statement(statement)));
        return block;
    }

    private static HclBlock statement(IamStatement statement) {
        HclBlock block = new HclBlock("statement");
        statement.sid().ifPresent(sid -> block.text("sid", sid));
        block.texts("actions", statement.actions());
        if (!statement.resources().isEmpty()) {
            block.texts("resources", statement.resources());
        }
        statement
                .principal()
                .ifPresent(principal -> block.block(new HclBlock("principals")
                        .text("type", principal.type())
                        .texts("identifiers", List.of(principal.arn()))));
        statement
                .conditions()
                .forEach(condition -> block.block(new HclBlock("condition")
                        .text("test", condition.operator())
                        .text("variable", condition.key())
                        .texts("values", condition.values())));
        return block;
    }
}
