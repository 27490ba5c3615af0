package io.github.assumerole.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A template that creates the role. */
final class CloudFormationRendering implements IamRendering {
    @Override
    public String render(GeneratedPolicies policies) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("Type", "AWS::IAM::Role");
        role.put("Properties", properties(policies));
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("AWSTemplateFormatVersion", "2010-09-09");
        template.put("Resources", Map.of("Role", role));
        return YamlText.of(template);
    }

    private static Map<String, Object> properties(GeneratedPolicies policies) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("RoleName", policies.role().name());
        properties.put("Path", policies.role().path());
        policies.maxSessionDuration().ifPresent(duration -> properties.put("MaxSessionDuration", duration.toSeconds()));
        properties.put("AssumeRolePolicyDocument", policies.trustPolicy().tree());
        policies.rolePermissions().ifPresent(document -> properties.put("Policies", List.of(policy(document))));
        return properties;
    }

    private static Map<String, Object> policy(IamDocument document) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("PolicyName", POLICY_NAME);
        policy.put("PolicyDocument", document.tree());
        return policy;
    }
}
