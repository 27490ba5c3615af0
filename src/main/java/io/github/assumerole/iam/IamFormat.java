package io.github.assumerole.iam;

import io.github.assumerole.text.Keywords;
import java.util.List;
import java.util.Locale;

/** The output formats of {@link GeneratedPolicies}. */
public enum IamFormat {
    /**
     * One object with {@code rolePermissions}, {@code trustPolicy} and {@code callerPermissions}; a policy that is not
     * needed is null.
     */
    JSON(new JsonRendering()),
    /** The role with its policies, and the permissions of the caller as a policy document to attach. */
    TERRAFORM(new TerraformRendering()),
    /** A template with the role and its policies, without the caller, which can be in another account. */
    CLOUDFORMATION(new CloudFormationRendering());

    private final IamRendering rendering;

    IamFormat(IamRendering rendering) {
        this.rendering = rendering;
    }

    /**
     * Parses {@code json}, {@code terraform} or {@code cloudformation}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static IamFormat parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    /** Complete lines of printable ASCII. */
    public String render(GeneratedPolicies policies) {
        return rendering.render(policies);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
