namespace NeuralNotebooks;

/// <summary>The IEEE 754 binary format of float and double: sign, biased exponent, fraction.</summary>
internal static class BinaryFormat
{
    public const int SingleFractionBits = 23, DoubleFractionBits = 52;
    public const uint SingleFraction = (1u << 23) - 1;
    public const ulong DoubleFraction = (1ul << 52) - 1;

    /// <summary>The bits of 1.</summary>
    public const uint SingleOne = 0x3F80_0000;

    public const ulong DoubleOne = 0x3FF0_0000_0000_0000;

    /// <summary>The bits of √½.</summary>
    public const uint SingleRootHalf = 0x3F35_04F3;

    public const ulong DoubleRootHalf = 0x3FE6_A09E_667F_3BCD;

    /// <summary>The bits of 2²³ (float) and 2⁵² (double). In numbers of this size the last bit of the fraction has the
    /// value 1, so an integer can be added by inserting its bits.</summary>
    public const uint SingleInteger = 0x4B00_0000;

    public const ulong DoubleInteger = 0x4330_0000_0000_0000;

    /// <summary>2²³ and the bias of the exponent.</summary>
    public const float SingleIntegerAndBias = 8_388_608f + 127;

    /// <summary>2⁵² and the bias of the exponent.</summary>
    public const double DoubleIntegerAndBias = 4_503_599_627_370_496d + 1023;

    /// <summary>3 · 2²²: if a small number, positive or negative, is added to it, the sum is rounded to an integer, and
    /// the last bits of the sum are the number rounded to an integer.</summary>
    public const float SingleShifter = 12_582_912f;

    /// <summary>3 · 2⁵¹: the same for double.</summary>
    public const double DoubleShifter = 6_755_399_441_055_744d;
}
