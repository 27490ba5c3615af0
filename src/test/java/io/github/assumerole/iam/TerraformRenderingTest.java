package io.github.assumerole.iam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** {@code terraform fmt} does not change the texts, and {@code terraform plan} reads the policies of the JSON. */
class TerraformRenderingTest {
    private static String render(PolicyRequest request) {
        return IamFormat.TERRAFORM.render(new GeneratedPolicies(request));
    }

    @Test
    void createsRoleWithEverythingConfigured() {
        assertEquals(
                """
                data "aws_iam_policy_document" "deployer_trust" {
                  statement {
                    sid     = "AssumeRole"
                    actions = ["sts:AssumeRole"]

                    principals {
                      type        = "AWS"
                      identifiers = ["arn:aws:iam::444455556666:user/bob"]
                    }

                    condition {
                      test     = "StringEquals"
                      variable = "sts:ExternalId"
                      values   = ["shop-42"]
                    }

                    condition {
                      test     = "Bool"
                      variable = "aws:MultiFactorAuthPresent"
                      values   = ["true"]
                    }
                  }

                  statement {
                    sid     = "TagSession"
                    actions = ["sts:TagSession"]

                    principals {
                      type        = "AWS"
                      identifiers = ["arn:aws:iam::444455556666:user/bob"]
                    }

                    condition {
                      test     = "StringEquals"
                      variable = "aws:RequestTag/Cost Centre"
                      values   = ["K\\u00f6ln"]
                    }

                    condition {
                      test     = "StringEquals"
                      variable = "aws:RequestTag/Project"
                      values   = ["shop"]
                    }

                    condition {
                      test     = "ForAllValues:StringEquals"
                      variable = "aws:TagKeys"
                      values   = ["Cost Centre", "Project"]
                    }

                    condition {
                      test     = "ForAllValues:StringEquals"
                      variable = "sts:TransitiveTagKeys"
                      values   = ["Project"]
                    }
                  }
                }

                resource "aws_iam_role" "deployer" {
                  name                 = "deployer"
                  path                 = "/ci/"
                  assume_role_policy   = data.aws_iam_policy_document.deployer_trust.json
                  max_session_duration = 7200
                }

                data "aws_iam_policy_document" "deployer" {
                  statement {
                    actions   = ["s3:GetBucketTagging"]
                    resources = ["arn:aws:s3:::app-*", "arn:aws:s3:::logs"]
                  }

                  statement {
                    actions   = ["s3:ListAllMyBuckets"]
                    resources = ["*"]
                  }
                }

                resource "aws_iam_role_policy" "deployer" {
                  name   = "assume-role-maven-plugin"
                  role   = aws_iam_role.deployer.id
                  policy = data.aws_iam_policy_document.deployer.json
                }

                data "aws_iam_policy_document" "deployer_caller" {
                  statement {
                    actions   = ["sts:AssumeRole", "sts:TagSession"]
                    resources = ["arn:aws:iam::111122223333:role/ci/deployer"]
                  }
                }
                """,
                render(Requests.full()));
    }

    @Test
    void omitsWhatIsNotNeeded() {
        assertEquals(
                """
                data "aws_iam_policy_document" "deployer_trust" {
                  statement {
                    sid     = "AssumeRoleWithWebIdentity"
                    actions = ["sts:AssumeRoleWithWebIdentity"]

                    principals {
                      type        = "Federated"
                      identifiers = ["arn:aws:iam::111122223333:oidc-provider/gitlab.com"]
                    }

                    condition {
                      test     = "StringEquals"
                      variable = "gitlab.com:aud"
                      values   = ["sts.amazonaws.com"]
                    }

                    condition {
                      test     = "StringLike"
                      variable = "gitlab.com:sub"
                      values   = ["project_path:shop/*"]
                    }
                  }
                }

                resource "aws_iam_role" "deployer" {
                  name               = "deployer"
                  path               = "/ci/"
                  assume_role_policy = data.aws_iam_policy_document.deployer_trust.json
                }
                """,
                render(Requests.webIdentity()));
    }

    @Test
    void escapesExpressionsAndNames() {
        String hcl = render(Requests.hostile());

        assertTrue(
                hcl.contains(
                        """
                      variable = "aws:RequestTag/a$${\\"b}"
                      values   = ["$${$}{aws:username} $$${$}{x} %%{if true} \\"q\\" b\\\\ * ? \\u00e9 \\U0001f600 \\u2028 \\u001b[31m\\u000anew: [a] #c 'x' !Ref A"]
                """),
                hcl);
        assertTrue(hcl.contains("  path               = \"/a$${b}*?%%{\\\"\\\\/\"\n"), hcl);
        assertTrue(
                hcl.contains("resource \"aws_iam_role\" \"_1_deployer\" {\n  name               = \"1+deployer\"\n"),
                hcl);
    }
}
