namespace NeuralNotebooks;

/// <summary>A number as a type argument: the compiler generates a separate version of a kernel for each
/// number.</summary>
internal interface ICount
{
    static abstract int Value { get; }
}

/// <summary>The numbers that are used as type arguments: columns of a tile, or registers of a column.</summary>
internal static class Count
{
    internal readonly struct One : ICount
    {
        public static int Value => 1;
    }

    internal readonly struct Two : ICount
    {
        public static int Value => 2;
    }

    internal readonly struct Three : ICount
    {
        public static int Value => 3;
    }

    internal readonly struct Four : ICount
    {
        public static int Value => 4;
    }

    internal readonly struct Eight : ICount
    {
        public static int Value => 8;
    }

    internal readonly struct Ten : ICount
    {
        public static int Value => 10;
    }
}
