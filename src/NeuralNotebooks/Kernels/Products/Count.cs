namespace NeuralNotebooks;

/// <summary>A number as a type, so that the compiler knows it and makes a version of a kernel for it.</summary>
internal interface ICount
{
    static abstract int Value { get; }
}

/// <summary>The numbers of columns of a tile, and of registers of a column.</summary>
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
