package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.auth.DefaultAWSCredentialsProviderChain;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

class FailsafeIT {
    @Test
    void uploads() {
        SurefireTest.upload("forks/failsafe");
    }

    @Test
    void hasOneSessionForBothVersionsOfTheSdk() {
        assertEquals(
                DefaultCredentialsProvider.create().resolveCredentials().accessKeyId(),
                new DefaultAWSCredentialsProviderChain().getCredentials().getAWSAccessKeyId());
    }
}
