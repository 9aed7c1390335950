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
    private const int Length = 512;   // in doubles 4 KiB: what a formula works on stays in the first cache

    // Results of a formula that are still needed: more places than a rule has operands and operators.
    private readonly T[][] _places = [.. Enumerable.Range(0, 32).Select(_ => new T[Length])];
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

    private Block Next() => new(this, _places[_next++ % _places.Length]);

    /// <summary>Neighbouring numbers, with the operators of one.</summary>
    private readonly struct Block(BlockUpdate<T> owner, T[] place) : ILanes<Block, T>
    {
        private readonly BlockUpdate<T> _owner = owner;
        private readonly T[] _place = place;

        public Span<T> Values => _place.AsSpan(0, _owner._count);

        public static Block operator +(Block a, Block b)
        {
            Block sum = a._owner.Next();
            TensorPrimitives.Add(a.Values, b.Values, sum.Values);
            return sum;
        }

        public static Block operator +(Block a, T b)
        {
            Block sum = a._owner.Next();
            TensorPrimitives.Add(a.Values, b, sum.Values);
            return sum;
        }

        public static Block operator -(Block a, Block b)
        {
            Block difference = a._owner.Next();
            TensorPrimitives.Subtract(a.Values, b.Values, difference.Values);
            return difference;
        }

        public static Block operator *(Block a, Block b)
        {
            Block product = a._owner.Next();
            TensorPrimitives.Multiply(a.Values, b.Values, product.Values);
            return product;
        }

        public static Block operator *(T a, Block b)
        {
            Block product = b._owner.Next();
            TensorPrimitives.Multiply(b.Values, a, product.Values);
            return product;
        }

        public static Block operator /(Block a, Block b)
        {
            Block quotient = a._owner.Next();
            TensorPrimitives.Divide(a.Values, b.Values, quotient.Values);
            return quotient;
        }

        public static Block SquareRoot(Block a)
        {
            Block root = a._owner.Next();
            TensorPrimitives.Sqrt(a.Values, root.Values);
            return root;
        }
    }
}
