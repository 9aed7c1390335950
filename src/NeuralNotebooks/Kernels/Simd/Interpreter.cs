using System.Runtime.Intrinsics.Wasm;

namespace NeuralNotebooks;

/// <summary>Whether an interpreter runs this code, as in a browser: on WebAssembly, with one thread, without fused
/// multiply-add, and so slowly that one long call is faster than many short ones.</summary>
internal static class Interpreter
{
    public static bool IsUsed => PackedSimd.IsSupported;
}
