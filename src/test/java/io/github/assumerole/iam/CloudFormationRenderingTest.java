package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The templates pass cfn-lint, and their YAML is equivalent to the JSON. */
class CloudFormationRenderingTest {
    private static String render(PolicyRequest request) {
        return IamFormat.CLOUDFORMATION.render(new GeneratedPolicies(request));
    }

    @Test
    void createsRoleWithEverythingConfigured() {
        assertEquals(
                """
                AWSTemplateFormatVersion: "2010-09-09"
                Resources:
                  Role:
                    Type: "AWS::IAM::Role"
                    Properties:
                      RoleName: "deployer"
                      Path: "/ci/"
                      MaxSessionDuration: 7200
                      AssumeRolePolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Sid: "AssumeRole"
                            Effect: "Allow"
                            Principal:
                              AWS: "arn:aws:iam::444455556666:user/bob"
                            Action: "sts:AssumeRole"
                            Condition:
                              StringEquals:
                                "sts:ExternalId": "shop-42"
                              Bool:
                                "aws:MultiFactorAuthPresent": "true"
                          - Sid: "TagSession"
                            Effect: "Allow"
                            Principal:
                              AWS: "arn:aws:iam::444455556666:user/bob"
                            Action: "sts:TagSession"
                            Condition:
                              StringEquals:
                                "aws:RequestTag/Cost Centre": "K\\u00f6ln"
                                "aws:RequestTag/Project": "shop"
                              "ForAllValues:StringEquals":
                                "aws:TagKeys":
                                  - "Cost Centre"
                                  - "Project"
                                "sts:TransitiveTagKeys": "Project"
                      Policies:
                        - PolicyName: "assume-role-maven-plugin"
                          PolicyDocument:
                            Version: "2012-10-17"
                            Statement:
                              - Effect: "Allow"
                                Action: "s3:GetBucketTagging"
                                Resource:
                                  - "arn:aws:s3:::app-*"
                                  - "arn:aws:s3:::logs"
                              - Effect: "Allow"
                                Action: "s3:ListAllMyBuckets"
                                Resource: "*"
                """,
                render(Requests.full()));
    }

    @Test
    void omitsWhatIsNotNeeded() {
        assertEquals(
                """
                AWSTemplateFormatVersion: "2010-09-09"
                Resources:
                  Role:
                    Type: "AWS::IAM::Role"
                    Properties:
                      RoleName: "deployer"
                      Path: "/ci/"
                      AssumeRolePolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Sid: "AssumeRole"
                            Effect: "Allow"
                            Principal:
                              AWS: "arn:aws:iam::111122223333:root"
                            Action: "sts:AssumeRole"
                """,
                render(Requests.minimal()));
    }

    @Test
    void escapesSyntaxOfOtherLanguages() {
        String yaml = render(Requests.hostile());

        assertTrue(
                yaml.contains(
                        """
                        "aws:RequestTag/a${\\"b}": "${$}{aws:username} $${$}{x} %{if true} \\"q\\" b\\\\ * ? \\u00e9 \\U0001f600 \\u2028 \\u001b[31m\\u000anew: [a] #c 'x' !Ref A"
                """
                                .strip()),
                yaml);
        assertTrue(yaml.contains("      Path: \"/a${b}*?%{\\\"\\\\/\"\n"), yaml);
    }
}
