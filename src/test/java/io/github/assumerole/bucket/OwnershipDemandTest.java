package io.github.assumerole.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnershipDemandTest {
    @ParameterizedTest
    @ValueSource(strings = {"BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"})
    void isMetByTheSameAlone(String actual) {
        for (String expected : new String[] {"BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"}) {
            assertEquals(
                    expected.equals(actual)
                            ? Optional.empty()
                            : Optional.of("objectOwnership is " + actual + ", expected " + expected),
                    new OwnershipDemand(expected).fault(Map.of("ObjectOwnership", actual)));
        }
    }

    @Test
    void neverSetMeansWhoeverWroteTheObject() {
        assertEquals(Optional.empty(), new OwnershipDemand("ObjectWriter").fault(Map.of()));
        assertEquals(
                Optional.of("objectOwnership is ObjectWriter, expected BucketOwnerEnforced"),
                new OwnershipDemand("BucketOwnerEnforced").fault(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Enforced", "bucketownerenforced", ""})
    void refusesWhatIsNoOwnership(String text) {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> new OwnershipDemand(text));
        assertEquals(
                "'" + text + "' is not one of BucketOwnerEnforced, BucketOwnerPreferred, ObjectWriter",
                refusal.getMessage());
    }

    @Test
    void isAboutObjectOwnership() {
        assertEquals(Setting.OBJECT_OWNERSHIP, new OwnershipDemand("ObjectWriter").setting());
        assertEquals("objectOwnership ObjectWriter", new OwnershipDemand("ObjectWriter").title());
    }
}
