package io.github.assumerole.iam;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.assumerole.role.ExternalId;
import io.github.assumerole.role.RoleArn;
import io.github.assumerole.role.SessionTags;
import io.github.assumerole.role.SourceIdentity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalTrustPolicyTest {
    private static final IamPrincipal COLLEAGUE = new IamPrincipal("arn:aws:iam::111122223333:role/runner");

    /** The condition keys of each action (Service Authorization Reference, STS). */
    private static final Map<String, Set<String>> KEYS = Map.of(
            "sts:AssumeRole", Set.of("sts:ExternalId", "sts:SourceIdentity", "aws:MultiFactorAuthPresent"),
            "sts:TagSession", Set.of("aws:RequestTag", "aws:TagKeys", "sts:TransitiveTagKeys"),
            "sts:SetSourceIdentity", Set.of("sts:SourceIdentity"));

    private static List<IamStatement> statements(TrustPolicy trust) {
        return trust.policy(Requests.ROLE).statements();
    }

    private static List<String> actions(TrustPolicy trust) {
        return trust.callerPermissions(Requests.ROLE).orElseThrow().statements().stream()
                .flatMap(statement -> statement.actions().stream())
                .toList();
    }

    private static TrustPolicy trust(
            String externalId, boolean mfa, Map<String, String> tags, Set<String> transitive, String sourceIdentity) {
        return new PrincipalTrustPolicy(
                Optional.of(COLLEAGUE),
                Optional.ofNullable(externalId).map(ExternalId::new),
                mfa,
                new SessionTags(tags, transitive),
                Optional.ofNullable(sourceIdentity).map(SourceIdentity::new));
    }

    private static IamStatement statement(String action, IamCondition... conditions) {
        return IamStatement.trusting(
                new IamStatement.Principal("AWS", COLLEAGUE.arn()),
                action.substring("sts:".length()),
                action,
                List.of(conditions));
    }

    @Test
    void hasOneUnconditionalStatementByDefault() {
        TrustPolicy least = trust(null, false, Map.of(), Set.of(), null);

        assertEquals(List.of(statement("sts:AssumeRole")), statements(least));
        assertEquals(List.of("sts:AssumeRole"), actions(least));
        assertEquals(List.of(), least.notes(Requests.ROLE));
    }

    @Test
    void requiresExternalIdAndMfaForAssumeRole() {
        TrustPolicy trust = trust("shop-42", true, Map.of("a", "1"), Set.of(), null);

        assertEquals(
                statement(
                        "sts:AssumeRole",
                        IamCondition.equalTo("sts:ExternalId", "shop-42"),
                        new IamCondition("Bool", "aws:MultiFactorAuthPresent", List.of("true"))),
                statements(trust).get(0));
    }

    @Test
    void allowsOnlyTheConfiguredTags() {
        TrustPolicy trust = trust(null, false, Map.of("b", "2*", "a", ""), Set.of("b"), null);

        assertEquals(
                List.of(
                        statement("sts:AssumeRole"),
                        statement(
                                "sts:TagSession",
                                new IamCondition("StringEquals", "aws:RequestTag/a", List.of("")),
                                new IamCondition("StringEquals", "aws:RequestTag/b", List.of("2*")),
                                new IamCondition("ForAllValues:StringEquals", "aws:TagKeys", List.of("a", "b")),
                                new IamCondition("ForAllValues:StringEquals", "sts:TransitiveTagKeys", List.of("b")))),
                statements(trust));
        assertEquals(List.of("sts:AssumeRole", "sts:TagSession"), actions(trust));
    }

    @Test
    void hasNoConditionOnTransitiveKeysWithoutThem() {
        TrustPolicy trust = trust(null, false, Map.of("a", "1"), Set.of(), null);

        assertEquals(
                List.of("aws:RequestTag/a", "aws:TagKeys"),
                statements(trust).get(1).conditions().stream()
                        .map(IamCondition::key)
                        .toList());
    }

    @Test
    void requiresSourceIdentityForBothActions() {
        TrustPolicy trust = trust(null, false, Map.of(), Set.of(), "bob");
        IamCondition isBob = IamCondition.equalTo("sts:SourceIdentity", "bob");

        assertEquals(
                List.of(statement("sts:AssumeRole", isBob), statement("sts:SetSourceIdentity", isBob)),
                statements(trust));
        assertEquals(List.of("sts:AssumeRole", "sts:SetSourceIdentity"), actions(trust));
    }

    @Test
    void hasOnlyConditionsOnKeysOfTheAction() {
        List<IamStatement> statements = statements(trust("shop-42", true, Map.of("a", "1"), Set.of("a"), "bob"));

        assertEquals(3, statements.size());
        for (IamStatement statement : statements) {
            assertEquals(1, statement.actions().size());
            Set<String> keys = statement.conditions().stream()
                    .map(condition -> condition.key().split("/")[0])
                    .collect(toCollection(TreeSet::new));
            assertEquals(new TreeSet<>(KEYS.get(statement.actions().get(0))), keys);
        }
    }

    @Test
    void allowsCallerOnlyThisRole() {
        RoleArn odd = RoleArn.parse("arn:aws:iam::111122223333:role/a*${b}/deployer");
        IamStatement only = Requests.ACCOUNT_TRUST
                .callerPermissions(odd)
                .orElseThrow()
                .statements()
                .get(0);

        assertEquals(List.of("arn:aws:iam::111122223333:role/a${*}${$}{b}/deployer"), only.resources());
        assertEquals(List.of(), only.conditions());
    }

    @Nested
    class Notes {
        private List<String> notes(String caller, String externalId) {
            return new PrincipalTrustPolicy(
                            Optional.ofNullable(caller).map(IamPrincipal::new),
                            Optional.ofNullable(externalId).map(ExternalId::new),
                            false,
                            SessionTags.NONE,
                            Optional.empty())
                    .notes(Requests.ROLE);
        }

        @Test
        void suggestTrustedPrincipalWhenWholeAccountIsTrusted() {
            assertEquals(
                    List.of("The trust policy trusts the whole account 111122223333 because the caller is unknown: set"
                            + " trustedPrincipal to the ARN of the user or role."),
                    notes(null, null));
        }

        @Test
        void warnOfConfusedDeputyForOtherAccount() {
            assertEquals(
                    List.of("The caller belongs to the other account 444455556666: if that is a third party, set"
                            + " externalId to prevent the confused deputy problem."),
                    notes("arn:aws:iam::444455556666:user/bob", null));
            assertEquals(List.of(), notes("arn:aws:iam::444455556666:user/bob", "shop-42"));
            assertEquals(List.of(), notes("arn:aws:iam::111122223333:user/bob", null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws-cn:iam::111122223333:role/deployer,     arn:aws-cn:iam::111122223333:root",
        "arn:aws-us-gov:iam::999900001111:role/deployer, arn:aws-us-gov:iam::999900001111:root"
    })
    void trustsAccountOfRoleWhenCallerIsUnknown(String role, String account) {
        IamDocument policy = Requests.ACCOUNT_TRUST.policy(RoleArn.parse(role));

        assertTrue(policy.statements().stream()
                .allMatch(statement ->
                        statement.principal().equals(Optional.of(new IamStatement.Principal("AWS", account)))));
    }
}
