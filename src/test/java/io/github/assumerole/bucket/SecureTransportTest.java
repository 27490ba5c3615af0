package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements of a bucket policy count, and which leave the rule undecided. */
class SecureTransportTest {
    private static final String BOTH = "'Resource':['arn:aws:s3:::app','arn:aws:s3:::app/*']";
    private static final String WITHOUT_TLS = "'Condition':{'Bool':{'aws:SecureTransport':'false'}}";
    private static final String FULL = statement("'*'", "'s3:*'", BOTH, WITHOUT_TLS);

    private static String statement(String principal, String action, String resource, String condition) {
        return "{'Effect':'Deny','Principal':" + principal + ",'Action':" + action + "," + resource + "," + condition
                + "}";
    }

    private static SecureTransport of(String statements) {
        String policy = "{'Version':'2012-10-17','Statement':" + statements + "}";
        return SecureTransport.of(policy.replace('\'', '"'), "app").orElseThrow();
    }

    @Test
    void acceptsOneStatementOrAList() {
        assertEquals(SecureTransport.ONLY, of(FULL));
        assertEquals(SecureTransport.ONLY, of("[" + FULL + "]"));
        assertEquals(SecureTransport.ONLY, of("[{'Effect':'Allow','Principal':'*'}," + FULL + "]"));
        assertEquals(SecureTransport.ONLY, of(FULL.replace("{'Effect'", "{'Sid':'tls','Effect'")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'AWS':'*'}", "{'AWS':['*']}", "{'AWS':['111122223333','*']}", "{'AWS':'*','Service':'x'}"})
    void acceptsEveryFormOfEverybody(String principal) {
        assertEquals(SecureTransport.ONLY, of(statement(principal, "'s3:*'", BOTH, WITHOUT_TLS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'*'", "'S3:*'", "['s3:*']", "['s3:GetObject','s3:*']"})
    void acceptsEveryFormOfEveryAction(String action) {
        assertEquals(SecureTransport.ONLY, of(statement("'*'", action, BOTH, WITHOUT_TLS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'*'",
                "['*']",
                "'arn:aws:s3:::*'",
                "'arn:aws:s3:::app*'",
                "['arn:aws-cn:s3:::app','arn:aws-cn:s3:::app/*']",
                "['arn:aws:s3:::app/*','arn:aws:s3:::other','arn:aws:s3:::app']"
            })
    void acceptsEveryFormOfBucketAndObjects(String resource) {
        assertEquals(SecureTransport.ONLY, of(statement("'*'", "'s3:*'", "'Resource':" + resource, WITHOUT_TLS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Bool':{'aws:SecureTransport':false}}",
                "{'Bool':{'aws:SecureTransport':['false']}}",
                "{'Bool':{'AWS:securetransport':'false'}}",
                "{'BoolIfExists':{'aws:SecureTransport':'false'}}"
            })
    void acceptsEveryFormOfWithoutTls(String condition) {
        assertEquals(SecureTransport.ONLY, of(statement("'*'", "'s3:*'", BOTH, "'Condition':" + condition)));
    }

    @Test
    void acceptsStatementsThatTogetherCoverBucketAndObjects() {
        String bucket = statement("'*'", "'s3:*'", "'Resource':'arn:aws:s3:::app'", WITHOUT_TLS);
        String objects = statement("'*'", "'s3:*'", "'Resource':'arn:aws:s3:::app/*'", WITHOUT_TLS);

        assertEquals(SecureTransport.ONLY, of("[" + bucket + "," + objects + "]"));
        assertEquals(SecureTransport.UNDECIDED, of(bucket));
        assertEquals(SecureTransport.UNDECIDED, of(objects));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Effect':'Deny'| 'Effect':'Allow'",
                "'Principal':'*'| 'Principal':{'AWS':'arn:aws:iam::111122223333:root'}",
                "'Principal':'*'| 'Principal':{'Service':'*'}",
                "'Principal':'*'| 'Principal':['*']",
                "'Principal':'*'| 'NotPrincipal':{'AWS':'111122223333'}",
                "'Action':'s3:*'| 'Action':'s3:Get*'",
                "'Action':'s3:*'| 'Action':['s3:GetObject','s3:PutObject']",
                "'Action':'s3:*'| 'NotAction':'s3:GetObject'",
                "'Action':'s3:*'| 'Action':'\u017f3:*'",
                "app/*'| other/*'",
                "app/*'| app/public/*'",
                "app/*'| app/*.html'",
                "app/*'| ${aws:username}/*'",
                "s3:::app'| s3:::app?'",
                "s3:::app'| s3:::'",
                "arn:aws:s3:::app/*'| arn:aws:sqs:::app/*'",
                "'Resource':| 'NotResource':",
                "'false'| 'true'",
                "'false'| true",
                "'false'| ['true','false']",
                "'false'| []",
                "'Bool'| 'Null'",
                "'Bool'| 'StringEquals'",
                "'Bool'| 'ForAllValues:Bool'",
                "{'Bool':| {'IpAddress':{'aws:SourceIp':'10.0.0.0/8'},'Bool':",
                "{'aws:SecureTransport':| {'aws:PrincipalIsAWSService':'false','aws:SecureTransport':",
                "{'Bool':{'aws:SecureTransport':'false'}}| {'NumericLessThan':{'s3:TlsVersion':'1.2'}}",
                "{'Bool':{'aws:SecureTransport':'false'}}| {'NumericLessThan':{'S3:tlsversion':1.2}}",
            })
    void isUndecidedByAnyOtherFormThatMentionsTls(String change) {
        String[] parts = change.split("\\| ");
        String statement = FULL.replace(parts[0], parts[1]);

        assertEquals(SecureTransport.UNDECIDED, of(statement), statement);
        assertEquals(SecureTransport.ONLY, of("[" + statement + "," + FULL + "]"), "another statement denies");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'Effect':'Allow','Principal':'*','Action':'s3:*','Resource':'*'}",
                "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'*'}",
                "{'Sid':'tls','Effect':'Allow','Condition':{'Bool':{'aws:ViaAWSService':'false'}}}"
            })
    void isOptionalIfNothingIsAboutTls(String statements) {
        assertEquals(SecureTransport.OPTIONAL, of(statements));
    }

    /** The value of a condition key can also be compared as a policy variable. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Condition':{'StringEquals':{'aws:PrincipalTag/tls':'${aws:SecureTransport}'}}",
                "'Condition':{'StringEquals':{'aws:PrincipalTag/tls':['x','${AWS:securetransport}']}}",
                "'Resource':'arn:aws:s3:::app/${s3:TlsVersion}/*'",
                "'Condition':{'Bool':{'aws:SecureTransport ':'false'}}",
                "'Sid':'aws:SecureTransport'"
            })
    void isUndecidedByTextThatMentionsTls(String element) {
        assertEquals(
                SecureTransport.UNDECIDED, of("{'Effect':'Deny','Principal':'*','Action':'s3:*'," + element + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "'x'",
                "7",
                "{}",
                "['x']",
                "[null]",
                "[[]]",
                "{'Effect':'deny'}",
                "{'Effect':['Deny']}",
                "{'Effect':null}",
                "[{'Effect':'Allow'},{'Principal':'*'}]"
            })
    void rejectsWhatIsNoStatement(String statements) {
        String policy = "{'Statement':" + statements + "}";
        assertEquals(Optional.empty(), SecureTransport.of(policy.replace('\'', '"'), "app"));
        String full = "{'Statement':[" + FULL + "," + statements + "]}";
        assertEquals(Optional.empty(), SecureTransport.of(full.replace('\'', '"'), "app"), "also next to a valid one");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "{}", "{\"Statement\":", "{\"Statement\":[],\"Statement\":[]}", "<Policy/>"})
    void rejectsWhatIsNoPolicy(String text) {
        assertEquals(Optional.empty(), SecureTransport.of(text, "app"));
    }

    @ParameterizedTest
    @CsvSource({"ONLY, true", "OPTIONAL, false", "UNDECIDED,"})
    void isReadFromItsSetting(SecureTransport value, Boolean only) {
        assertEquals(value, SecureTransport.of(value.asSetting()));
        assertEquals(Optional.ofNullable(only), value.isOnly());
        assertEquals(SecureTransport.OPTIONAL, SecureTransport.of(Map.of()), "without a policy");
    }
}
