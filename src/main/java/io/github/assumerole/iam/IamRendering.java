package io.github.assumerole.iam;

/** An output format. */
interface IamRendering {
    /** The name of the inline policy of the role. */
    String POLICY_NAME = "assume-role-maven-plugin";

    /** Complete lines of printable ASCII. */
    String render(GeneratedPolicies policies);
}
