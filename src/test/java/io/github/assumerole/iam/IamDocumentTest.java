package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.assumerole.text.JsonWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IamDocumentTest {
    private static final IamStatement.Principal BOB = new IamStatement.Principal("AWS", Requests.BOB.arn());

    private static IamStatement on(String resource, String... actions) {
        return IamStatement.onResource(resource, List.of(actions));
    }

    @Nested
    class Merging {
        private List<IamStatement> merged(IamStatement... statements) {
            return IamDocument.of(List.of(statements)).statements();
        }

        @Test
        void joinsActionsOnTheSameResource() {
            assertEquals(List.of(on("a", "s3:X", "s3:Y")), merged(on("a", "s3:Y"), on("a", "s3:X"), on("a", "s3:Y")));
        }

        @Test
        void joinsResourcesOfTheSameActions() {
            assertEquals(
                    List.of(on("a", "s3:X", "s3:Y").withResources(List.of("a", "b"))),
                    merged(on("b", "s3:X"), on("a", "s3:Y"), on("a", "s3:X"), on("b", "s3:Y")));
        }

        @Test
        void doesNotMergeDifferentActionsAndResources() {
            List<IamStatement> apart = List.of(on("a", "s3:X", "s3:Y"), on("b", "s3:Y", "s3:Z"));
            assertEquals(apart, IamDocument.of(apart).statements());
        }

        @Test
        void doesNotMergeDifferentConditions() {
            IamStatement plain = IamStatement.trusting(BOB, "A", "sts:X", List.of());
            IamStatement conditional =
                    IamStatement.trusting(BOB, "A", "sts:Y", List.of(IamCondition.isTrue("aws:Key")));
            assertEquals(List.of(plain, conditional), merged(plain, conditional));
        }

        @Test
        void doesNotMergeDifferentPrincipalsOrSids() {
            IamStatement bobs = IamStatement.trusting(BOB, "A", "sts:X", List.of());
            IamStatement named = IamStatement.trusting(BOB, "B", "sts:Y", List.of());
            IamStatement gitlabs = IamStatement.trusting(
                    new IamStatement.Principal("Federated", Requests.BOB.arn()), "A", "sts:Y", List.of());
            assertEquals(List.of(bobs, named, gitlabs), merged(bobs, named, gitlabs));
        }

        @Test
        void joinsActionsForTheSamePrincipal() {
            assertEquals(
                    List.of(IamStatement.trusting(BOB, "A", "sts:X", List.of()).withActions(List.of("sts:X", "sts:Y"))),
                    merged(
                            IamStatement.trusting(BOB, "A", "sts:X", List.of()),
                            IamStatement.trusting(BOB, "A", "sts:Y", List.of())));
        }
    }

    @Test
    void writesSingleValuesAsTextAndGroupsConditionsByOperator() {
        IamStatement statement = new IamStatement(
                Optional.of("Sid1"),
                Optional.of(BOB),
                List.of("sts:X"),
                List.of(),
                List.of(
                        IamCondition.equalTo("k:a", "1"),
                        IamCondition.isTrue("k:b"),
                        IamCondition.equalTo("k:c", "2"),
                        IamCondition.noneBut("k:d", List.of("x", "y"))));

        assertEquals(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "Sid1",
                      "Effect": "Allow",
                      "Principal": {
                        "AWS": "arn:aws:iam::444455556666:user/bob"
                      },
                      "Action": "sts:X",
                      "Condition": {
                        "StringEquals": {
                          "k:a": "1",
                          "k:c": "2"
                        },
                        "Bool": {
                          "k:b": "true"
                        },
                        "ForAllValues:StringEquals": {
                          "k:d": [
                            "x",
                            "y"
                          ]
                        }
                      }
                    },
                    {
                      "Effect": "Allow",
                      "Action": [
                        "s3:Y",
                        "s3:Z"
                      ],
                      "Resource": "*"
                    }
                  ]
                }
                """,
                JsonWriter.linesOf(new IamDocument(List.of(statement, on("*", "s3:Z", "s3:Y"))).tree()));
    }
}
