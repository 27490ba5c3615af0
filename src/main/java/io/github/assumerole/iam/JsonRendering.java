package io.github.assumerole.iam;

import io.github.assumerole.text.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One object with the policies as members. */
final class JsonRendering implements IamRendering {
    @Override
    public String render(GeneratedPolicies policies) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("rolePermissions", policies.rolePermissions().map(IamDocument::tree));
        bundle.put("trustPolicy", policies.trustPolicy().tree());
        bundle.put("callerPermissions", policies.callerPermissions().map(IamDocument::tree));
        policies.maxSessionDuration().ifPresent(duration -> bundle.put("maxSessionDuration", duration.toSeconds()));
        return JsonWriter.linesOf(bundle);
    }
}
