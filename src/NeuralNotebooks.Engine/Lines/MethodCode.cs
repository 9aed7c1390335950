using System.Reflection.Emit;

namespace NeuralNotebooks.Engine;

/// <param name="Operand">A local variable's or an argument's index, a branch's target, or a metadata token.</param>
internal readonly record struct Instruction(int Offset, OpCode Code, int Operand)
{
    /// <summary>The name without the suffix of its short forms: <c>ldloc</c> for <c>ldloc.3</c>.</summary>
    public string Name => Code.Name!.Split('.')[0];
}

internal sealed class MethodCode
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly MethodBase _method;

    public MethodCode(MethodBase method)
    {
        _method = method;
        byte[] il = method.GetMethodBody()?.GetILAsByteArray()
            ?? throw new InvalidOperationException($"{method.Name} has no IL.");
        Instructions = Read(il);
        Loops =
        [
            .. Instructions
                .Where(i => IsBranch(i) && i.Operand <= i.Offset)
                .Select(i => (Start: i.Operand, End: i.Offset)),
        ];
    }

    public IReadOnlyList<Instruction> Instructions { get; }

    /// <summary>The offsets of each loop's first instruction, and of the jump back to it.</summary>
    public IReadOnlyList<(int Start, int End)> Loops { get; }

    public static bool EndsWithThrow(MethodBase method) =>
        method.GetMethodBody()?.GetILAsByteArray() is [.., var last] && last == OpCodes.Throw.Value;

    /// <summary>The method or the field of an instruction; null if it has none, or if it cannot be loaded.</summary>
    public MemberInfo? MemberOf(Instruction instruction)
    {
        if (instruction.Code.OperandType is not (OperandType.InlineMethod or OperandType.InlineField))
            return null;
        try
        {
            Type[]? ofType = _method.DeclaringType?.GetGenericArguments();
            Type[]? ofMethod = _method is MethodInfo ? _method.GetGenericArguments() : null;
            return _method.Module.ResolveMember(instruction.Operand, ofType, ofMethod);
        }
        catch (Exception e) when (e is ArgumentException or FileNotFoundException or TypeLoadException
            or MissingMemberException or FileLoadException or BadImageFormatException)
        {
            return null;
        }
    }

    private static bool IsBranch(Instruction instruction) =>
        instruction.Code.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget;

    private static List<Instruction> Read(byte[] il)
    {
        var instructions = new List<Instruction>();
        for (int at = 0; at < il.Length;)
        {
            int offset = at;
            short value = il[at++];
            if (value == TwoBytes)
                value = (short)((TwoBytes << 8) | il[at++]);
            OpCode code = _codes[value];
            int length = code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
            int operand = code.OperandType switch
            {
                OperandType.InlineNone => IndexInName(code),
                OperandType.ShortInlineBrTarget => at + 1 + (sbyte)il[at],
                OperandType.InlineBrTarget => at + 4 + BitConverter.ToInt32(il, at),
                OperandType.ShortInlineI or OperandType.ShortInlineVar => il[at],
                OperandType.InlineVar => BitConverter.ToUInt16(il, at),
                OperandType.InlineI8 or OperandType.InlineR => 0,
                _ => BitConverter.ToInt32(il, at),
            };
            instructions.Add(new Instruction(offset, code, operand));
            at += length;
        }
        return instructions;
    }

    /// <summary>The index of a variable in the name of its instruction: 3 for <c>ldloc.3</c>.</summary>
    private static int IndexInName(OpCode code) =>
        code.Name!.Split('.') is [.., [var digit]] && char.IsAsciiDigit(digit) ? digit - '0' : 0;
}
