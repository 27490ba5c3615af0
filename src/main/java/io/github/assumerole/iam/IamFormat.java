package io.github.assumerole.iam;

import io.github.assumerole.text.Keywords;
import java.util.List;

/** What {@link IamAdvice} is printed as. */
public enum IamFormat {
    /**
     * One object: {@code rolePermissions}, {@code trustPolicy} and {@code callerPermissions}, null where none is
     * needed.
     */
    JSON("json", new JsonRendering()),
    /** The role with its policies, and the caller's permissions as a policy document to attach. */
    TERRAFORM("terraform", new TerraformRendering()),
    /** A template with the role and its policies. What the caller needs is not in it: the account may be another. */
    CLOUDFORMATION("cloudformation", new CloudFormationRendering());

    private final String text;
    private final IamRendering rendering;

    IamFormat(String text, IamRendering rendering) {
        this.text = text;
        this.rendering = rendering;
    }

    /**
     * Reads {@code json}, {@code terraform} or {@code cloudformation}.
     *
     * @throws IllegalArgumentException for anything else; the message reads on after the name of a parameter
     */
    public static IamFormat parse(String text) {
        return Keywords.parse(text, List.of(values()));
    }

    /** Whole lines in printable ASCII, ready to paste. */
    public String render(IamAdvice advice) {
        return rendering.render(advice);
    }

    @Override
    public String toString() {
        return text;
    }
}
