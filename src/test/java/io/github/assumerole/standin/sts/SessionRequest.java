package io.github.assumerole.standin.sts;

import io.github.assumerole.standin.http.AwsErrorException;
import io.github.assumerole.standin.http.Parameters;
import io.github.assumerole.standin.iam.IamEntities;
import io.github.assumerole.standin.iam.IamPolicy;
import io.github.assumerole.standin.iam.Role;
import io.github.assumerole.standin.iam.RoleSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters that all AssumeRole operations share. */
record SessionRequest(String roleArn, String sessionName, Duration duration, Optional<SessionPolicies> policies) {
    private static final int DEFAULT_SECONDS = 3600;
    private static final int FEWEST_SECONDS = 900;
    private static final int MOST_SECONDS = 43_200;
    private static final int MOST_POLICY_ARNS = 10;

    static final String NAME_PATTERN = "[\\w+=,.@-]*";
    static final int SHORTEST_NAME = 2;
    static final int LONGEST_NAME = 64;

    /** Accepts these parameters, and those of the operation. */
    static Constraints constraints(Parameters parameters, Set<String> ofOperation) {
        Set<String> known = new HashSet<>(ofOperation);
        known.addAll(
                Set.of("Action", "Version", "RoleArn", "RoleSessionName", "DurationSeconds", "Policy", "PolicyArns"));
        Constraints constraints = new Constraints();
        constraints.onlyKnown(parameters, known);
        return constraints;
    }

    /** @throws AwsErrorException when these parameters, or those checked before, are invalid */
    static SessionRequest parse(Parameters parameters, Constraints constraints, IamEntities iam) {
        Optional<String> roleArn = parameters.get("RoleArn");
        Optional<String> name = parameters.get("RoleSessionName");
        Optional<String> seconds = parameters.get("DurationSeconds");
        Optional<String> inline = parameters.get("Policy");
        List<Optional<String>> policyArns = parameters.members("PolicyArns", ".arn");
        constraints.arn("roleArn", roleArn);
        constraints.required("roleSessionName", name, SHORTEST_NAME, LONGEST_NAME, NAME_PATTERN);
        constraints.number("durationSeconds", seconds, FEWEST_SECONDS, MOST_SECONDS);
        constraints.optional("policy", inline, 1, Integer.MAX_VALUE, "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
        constraints.size("policyArns", policyArns, MOST_POLICY_ARNS);
        policyArns.forEach(arn -> constraints.arn("policyArns.member.arn", arn));
        constraints.enforce();
        if (!roleArn.orElseThrow().matches("arn:[^:]+:iam::\\d{12}:role/.+")) {
            throw AwsErrorException.validation("Request ARN is invalid");
        }
        return new SessionRequest(
                roleArn.orElseThrow(),
                name.orElseThrow(),
                Duration.ofSeconds(seconds.map(Integer::parseInt).orElse(DEFAULT_SECONDS)),
                policies(inline, policyArns.stream().flatMap(Optional::stream).toList(), iam));
    }

    RoleSession session(Role role, Map<String, String> transitiveTags, Optional<String> sourceIdentity) {
        return new RoleSession(
                role, sessionName, policies.map(SessionPolicies::permissions), transitiveTags, sourceIdentity);
    }

    private static Optional<SessionPolicies> policies(Optional<String> inline, List<String> arns, IamEntities iam) {
        if (inline.isEmpty() && arns.isEmpty()) {
            return Optional.empty();
        }
        List<IamPolicy> policies = new ArrayList<>();
        inline.map(SessionPolicies::parse).ifPresent(policies::add);
        for (String arn : arns) {
            policies.add(iam.managedPolicy(arn)
                    .orElseThrow(
                            () -> AwsErrorException.validation("The policy ARN %s does not exist".formatted(arn))));
        }
        return Optional.of(SessionPolicies.of(policies));
    }
}
