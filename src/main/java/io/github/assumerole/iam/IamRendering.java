package io.github.assumerole.iam;

/** A way to write advice down. */
interface IamRendering {
    /** What a role's inline policy is called, where it needs a name. */
    String POLICY_NAME = "assume-role-maven-plugin";

    /** Whole lines, in printable ASCII. */
    String render(IamAdvice advice);
}
