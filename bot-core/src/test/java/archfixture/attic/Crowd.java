package archfixture.attic;

/** More than a room may have. */
interface One {}

interface Two {}

interface Three {}

interface Four {}

interface Five {}

interface Six {}

interface Seven {}

interface Eight {}

interface Nine {}

interface Ten {}

interface Eleven {}

interface Twelve {}

interface Thirteen {}

interface Fourteen {}

interface Fifteen {}

interface Sixteen {}

interface Seventeen {}

interface Eighteen {}

interface Nineteen {}

interface Twenty {}

interface TwentyOne {}

interface TwentyTwo {}

interface TwentyThree {}

interface TwentyFour {}

interface TwentyFive {}
