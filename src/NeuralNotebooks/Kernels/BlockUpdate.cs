namespace NeuralNotebooks;

/// <summary>Applies an update rule to a block of parameters at a time: the version for .NET's interpreter in
/// browsers.</summary>
/// <remarks>The interpreter does not hold structs in registers, so an update formula for one vector register takes
/// fifty times as long as its arithmetic. Here each operator of the formula is a loop of <see cref="TensorPrimitives"/>
/// over the block; such loops are compiled by the interpreter's tracing compiler (jiterpreter). The operations are
/// those of <see cref="ParameterUpdate{TRule, T}"/>, in the same order, so the results are bit-identical.</remarks>
internal sealed class BlockUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Length = 512;   // 4 KiB of doubles, so that a formula's operands stay in L1

    // Buffers for operands and intermediate results, used in turn; there are more of them than any rule needs.
    private readonly T[][] _buffers = [.. Enumerable.Range(0, 32).Select(_ => new T[Length])];
    private int _next, _count;

    public void Apply<TRule>(TRule rule, Span<T> w, ReadOnlySpan<T> g, Span<T> V, Span<T> S)
        where TRule : struct, IUpdateRule<T>
    {
        for (int start = 0; start < w.Length; start += Length)
        {
            _count = Math.Min(Length, w.Length - start);
            Block averages = Load(V, start), squares = Load(S, start);
            rule.Update(Load(w, start), Load(g, start), ref averages, ref squares).Values.CopyTo(w[start..]);
            if (!V.IsEmpty)
                averages.Values.CopyTo(V[start..]);
            if (!S.IsEmpty)
                squares.Values.CopyTo(S[start..]);
        }
    }

    private Block Load(ReadOnlySpan<T> numbers, int start)
    {
        Block block = Next();
        if (!numbers.IsEmpty)
            numbers.Slice(start, _count).CopyTo(block.Values);
        return block;
    }

    private Block Next() => new(this, _buffers[_next++ % _buffers.Length]);

    private readonly struct Block(BlockUpdate<T> owner, T[] buffer) : ILanes<Block, T>
    {
        public Span<T> Values => buffer.AsSpan(0, owner._count);

        private delegate void Loop(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> result);

        public static Block operator +(Block a, Block b) => a.Combine(b, TensorPrimitives.Add);

        public static Block operator +(Block a, T b) => a.Combine(a.Filled(b), TensorPrimitives.Add);

        public static Block operator -(Block a, Block b) => a.Combine(b, TensorPrimitives.Subtract);

        public static Block operator *(Block a, Block b) => a.Combine(b, TensorPrimitives.Multiply);

        public static Block operator *(T a, Block b) => b.Combine(b.Filled(a), TensorPrimitives.Multiply);

        public static Block operator /(Block a, Block b) => a.Combine(b, TensorPrimitives.Divide);

        public static Block SquareRoot(Block a) => a.Combine(a, (x, _, root) => TensorPrimitives.Sqrt(x, root));

        private Block Combine(Block b, Loop loop)
        {
            Block result = owner.Next();
            loop(Values, b.Values, result.Values);
            return result;
        }

        private Block Filled(T number)
        {
            Block result = owner.Next();
            result.Values.Fill(number);
            return result;
        }
    }
}
