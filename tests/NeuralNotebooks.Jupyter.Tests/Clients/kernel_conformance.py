"""Jupyter's own tests for kernels, with every test switched on."""
import unittest

import jupyter_kernel_test


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "neuralnotebooks-csharp"
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oh");'
    code_generate_error = "throw new InvalidOperationException();"
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "ClearOutput(wait: true);"

    completion_samples = [
        {"text": "Console.Wri", "matches": {"Write", "WriteLine"}},
        {"text": "Math.Cbr", "matches": {"Cbrt"}},
        {"text": '"abc".ToLowerI', "matches": {"ToLowerInvariant"}},
        {"text": "#!impo", "matches": {"#!import"}},
    ]
    complete_code_samples = ["1 + 1", "int f(int x) => x;", "foreach (var x in new[] { 1 }) { }", "// only a comment", ""]
    incomplete_code_samples = ["int f(int x) {", "1 +", "/* open", 'var text = """', "f(1,"]
    invalid_code_samples = ["int 1x = 2;", "x y z;", "}"]

    code_execute_result = [
        {"code": "1 + 2 + 3", "result": "6"},
        {"code": '"a" + "b"', "result": "ab"},
        {"code": "new { X = 1 }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": 'display("plain");', "mime": "text/plain"},
        {"code": 'display(HTML("<b>bold</b>"));', "mime": "text/html"},
        {"code": '"<svg/>".DisplayAs("image/svg+xml");', "mime": "image/svg+xml"},
    ]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "1?+*"

    def test_interrupt(self):
        self.flush_channels()
        self.kc.execute('Console.WriteLine("started"); while (true) { }')
        while self.kc.get_iopub_msg(timeout=15)["msg_type"] != "stream":
            pass
        self.km.interrupt_kernel()
        self.assertEqual(self.get_non_kernel_info_reply(timeout=15)["content"]["ename"], "Interrupted")
        self.flush_channels()


if __name__ == "__main__":
    unittest.main(verbosity=2)
