package io.github.assumerole.iam;

import io.github.assumerole.text.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One object with the policies as members. */
final class JsonRendering implements IamRendering {
    @Override
    public String render(GeneratedPolicies advice) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("rolePermissions", advice.rolePermissions().map(IamDocument::tree));
        bundle.put("trustPolicy", advice.trustPolicy().tree());
        bundle.put("callerPermissions", advice.callerPermissions().map(IamDocument::tree));
        advice.maxSessionDuration().ifPresent(duration -> bundle.put("maxSessionDuration", duration.toSeconds()));
        return JsonWriter.linesOf(bundle);
    }
}
