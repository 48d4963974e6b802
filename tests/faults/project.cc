#include "project.h"

#include <csignal>

#include <grp.h>
#include <sys/statvfs.h>

namespace yaodian {
namespace {

namespace fs = std::filesystem;

constexpr uid_t kNobody = 65534;

// In memory where programs can be run from there: hundreds of builds would wait for a disk to take
// what they have written.
[[maybe_unused]] const bool in_memory = [] {
  struct statvfs status;
  const bool good = ::statvfs("/dev/shm", &status) == 0 && !(status.f_flag & ST_NOEXEC) &&
                    ::access("/dev/shm", W_OK) == 0;
  return good && ::setenv("TMPDIR", "/dev/shm", 0) == 0;
}();

// In the child, after fork.
[[noreturn]] void start(std::vector<std::string>& arguments, const Circumstances& circumstances,
                        const fs::path& output) {
  for (const auto& [name, value] : circumstances.environment)
    ::setenv(name.c_str(), value.c_str(), 1);
  if (circumstances.with_faults) {
    ::setenv("LD_PRELOAD", YAODIAN_FAULTS, 1);
    ::setenv("ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", 1);
  }
  const int write = O_WRONLY | O_CREAT | O_TRUNC;
  bool ready = circumstances.folder.empty() || ::chdir(circumstances.folder.c_str()) == 0;
  ready = ready && ::dup2(::open((output / "out").c_str(), write, 0600), STDOUT_FILENO) >= 0 &&
          ::dup2(::open((output / "err").c_str(), write, 0600), STDERR_FILENO) >= 0;
  if (circumstances.as_nobody && ::geteuid() == 0)
    ready =
        ready && ::setgroups(0, nullptr) == 0 && ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0;
  std::vector<char*> words;
  for (std::string& word : arguments) words.push_back(word.data());
  words.push_back(nullptr);
  if (ready) ::execv(words[0], words.data());
  ::_exit(127);
}

}  // namespace

Child::Child(std::vector<std::string> arguments, const Circumstances& circumstances) {
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("cannot start the program");
  if (process_ == 0) start(arguments, circumstances, output_.path());
}

Child::~Child() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  wait();
}

Outcome Child::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(output_ / "out"), said()};
}

FaultProject::FaultProject() {
  for (const char* name : {"templates", "assets"})
    fs::copy(fs::path(PROJECT_FOLDER "/tests/sites") / name, folder_ / name,
             fs::copy_options::recursive);
  fs::copy_file(YAODIAN_PROGRAM, folder_ / "yaodian");
  folder_.write("www/site/others/notes.txt", "别人的文件\n");
  for (const int version : {3, 2, 1}) {
    write_version(version);
    if (run().status != 0) throw std::runtime_error("the project does not build: " + run().err);
    sites_[version] = site();
  }
}

void FaultProject::write_version(int version) const {
  Files files = small_site();
  std::string units = "units:\n", rows = "rows:\n";
  for (int unit = 0; unit < 48; ++unit) {
    const std::string id = std::to_string(unit);
    units += "  - {id: u" + id + ", name: 第" + id + "工会}\n";
    rows += "  - [第" + id + "工会, " + std::to_string(unit == 3 ? 10 * version : 7) + "]\n";
  }
  files["union/units.yaml"] = units;
  files["union/2018/tables/t.yaml"] =
      "title: 表\ncolumns:\n  - {id: c, title: 会员, count: 人, quota: at-least}\n" + rows;
  // The library that writes workbooks opens a dozen temporary files for each, and goes on in
  // another folder where it cannot. Those calls are like any other, but with a workbook for each
  // unit they would be nine of ten, and hardly one moment would be left for what publishing does.
  files["site.yaml"] = version == 3 ? "title: 另一个题名\n" : "title: 题名\n";
  files["site.yaml"] += "downloads: {units: 0}\n";
  const std::string target = version == 1 ? "first" : "second";
  files["union/2018/targets.yaml"] = "- {id: " + target + ", title: 目标, goal: '>= 5 次'}\n" +
                                     "- {id: both, title: 两次都有, goal: '>= 5 次'}\n";
  fs::remove_all(folder_ / "content");
  for (const auto& [path, text] : files) folder_.write("content/" + path, text);
}

std::vector<std::string> FaultProject::arguments(std::vector<std::string> command) const {
  command.insert(command.begin(), folder_ / "yaodian");
  const auto& name = command[1];
  const bool renders = name != "rollback";
  if (renders) {
    for (const char* folder : {"content", "templates", "assets"})
      command.insert(command.end(), {"--" + std::string(folder), folder_ / folder});
  }
  command.insert(command.end(), {"--output", folder_ / "www/site"});
  return command;
}

Outcome FaultProject::run(const Circumstances& circumstances,
                          std::vector<std::string> command) const {
  return Child(arguments(std::move(command)), circumstances).wait();
}

long FaultProject::count_calls(int version,
                               const std::map<std::string, std::string>& environment) const {
  Circumstances counting;
  counting.environment = environment;
  counting.environment["FAULT_COUNT"] = folder_ / "count";
  counting.with_faults = true;
  write_version(version);
  run(counting);
  const std::string count = file_text(folder_ / "count");
  write_version(3 - version);
  run();
  return count.empty() ? 0 : std::stol(count);
}

std::vector<std::string> FaultProject::beside() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_ / "www"))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

int FaultProject::version_of(const Files& site) const {
  for (const auto& [version, files] : sites_) {
    if (files == site) return version;
  }
  return 0;
}

int FaultProject::version_in(std::string_view folder) const {
  return version_of(tree_of(folder_ / folder));
}

void FaultProject::hand_over() const {
  if (::geteuid() != 0) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder_.path()))
    if (::lchown(entry.path().c_str(), kNobody, kNobody) != 0)
      throw std::runtime_error("cannot hand over " + entry.path().string());
  if (::lchown(folder_.path().c_str(), kNobody, kNobody) != 0)
    throw std::runtime_error("cannot hand over the project");
}

}  // namespace yaodian
