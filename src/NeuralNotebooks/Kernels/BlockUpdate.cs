using System.Numerics.Tensors;

namespace NeuralNotebooks;

/// <summary>Applies a rule to a block of parameters at a time, for the interpreter of .NET in browsers.</summary>
/// <remarks>
/// That keeps no struct in registers: a formula for one register takes it fifty times as long as the arithmetic. Here each operator of the formula is a
/// loop of <see cref="TensorPrimitives"/> over the block, which it compiles. The operations are those of <see cref="ParameterUpdate{TRule, T}"/>, in the
/// same order, so that the bits are the same.
/// </remarks>
internal sealed class BlockUpdate<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Length = 512;   // in doubles 4 KiB: so that a formula's operands stay in L1

    // Buffers for operands and intermediate results, used in turn: more than a rule has operands and operators.
    private readonly T[][] _buffers = [.. Enumerable.Range(0, 32).Select(_ => new T[Length])];
    private int _next, _count;

    /// <summary>w ← rule(w, g), and the averages likewise. A rule that keeps no average has an empty span of them.</summary>
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

    /// <summary>A block of numbers with the operators of one.</summary>
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
